"""What a person is in one cycle: an officer, somebody who takes part, or a reader like anyone else.

This is the policy as a function; `visible_to` on the querysets is the same policy as SQL. Tests hold the two together.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from people.models import Membership

from .models.participant import Participant
from .models.seat import Seat
from .openness import Openness


@dataclass(frozen=True)
class Standing:
    """roles: the person's seats today. belongs_to, speaks_for, keeps, chairs: ids of participants."""

    roles: frozenset[str] = frozenset()
    belongs_to: frozenset[int] = frozenset()
    speaks_for: frozenset[int] = frozenset()
    keeps: frozenset[int] = frozenset()
    chairs: frozenset[int] = frozenset()

    @property
    def runs(self):
        """Whether they run the cycle for the authority: its lead or another officer."""
        return bool(self.roles & set(Seat.RUNNERS))

    @property
    def sees_withheld(self):
        """Whether withheld things are open to them: everybody who holds a seat."""
        return bool(self.roles)

    @property
    def is_involved(self):
        """Whether they take part, or hold a seat."""
        return bool(self.roles or self.belongs_to)

    @property
    def reads(self):
        """The levels of openness that are open to them, in a cycle that they know of."""
        if self.sees_withheld:
            return frozenset(Openness)
        return frozenset({Openness.PUBLIC, Openness.INVOLVED} if self.is_involved else {Openness.PUBLIC})

    def may_read(self, openness):
        """Whether something of this openness is open to them, in a cycle that they know of."""
        return openness in self.reads


def standing_of(person, cycle):
    """The person's Standing in this cycle today; three queries, none for somebody who is not signed in."""
    return standings_of(person, [cycle])[cycle.pk]


def standings_of(person, cycles):
    """The person's Standing in each of these cycles today, as a dict by cycle id; three queries at any number."""
    if person is None or not person.is_authenticated:
        return {cycle.pk: Standing() for cycle in cycles}
    roles, parts, places = defaultdict(set), defaultdict(list), defaultdict(set)
    seats = Seat.objects.active().filter(cycle__in=cycles, person=person)
    for cycle_id, role in seats.values_list("cycle_id", "role"):
        roles[cycle_id].add(role)
    memberships = Membership.objects.active().filter(person=person)
    for group_id, organisation_id, role in memberships.values_list("group_id", "organisation_id", "role"):
        places[group_id, organisation_id].add(role)
    for part in Participant.objects.active().filter(cycle__in=cycles):
        parts[part.cycle_id].append(part)
    return {cycle.pk: _standing(person.pk, frozenset(roles[cycle.pk]), parts[cycle.pk], places) for cycle in cycles}


def standings_in(cycle):
    """The Standing in this cycle today of everybody who has a seat or takes part, by the person's id; three queries."""
    roles, places = defaultdict(set), defaultdict(lambda: defaultdict(set))
    for person_id, role in Seat.objects.active().filter(cycle=cycle).values_list("person_id", "role"):
        roles[person_id].add(role)
    parts = list(Participant.objects.active().filter(cycle=cycle))
    bodies = [each.organisation_id for each in parts if each.standing not in Participant.BY_SEAT]
    groups = [each.group_id for each in parts]
    held = Membership.objects.active().filter(Q(group__in=groups) | Q(organisation__in=bodies))
    for person_id, *place, role in held.values_list("person_id", "group_id", "organisation_id", "role"):
        places[person_id][tuple(place)].add(role)
    people = {*roles, *places, *(each.person_id for each in parts if each.person_id)}
    return {pk: _standing(pk, frozenset(roles[pk]), parts, places[pk]) for pk in people}


def _standing(person_id, roles, parts, places):
    """The Standing of somebody with these seats and these places, among these participants."""
    by_seat = Seat.stands_for(roles)
    belongs, speaks, keeps, chairs = set(), set(), set(), set()
    for part in parts:
        held = places.get((part.group_id, part.organisation_id), set()) if not part.person_id else set()
        if part.standing in Participant.BY_SEAT:
            may_speak = is_in = part.standing in by_seat
        elif part.group_id:
            is_in, may_speak = bool(held), bool(held & set(Membership.SPEAKERS))
            if held & set(Membership.KEEPERS):
                keeps.add(part.pk)
            if Membership.Role.CHAIR in held:
                chairs.add(part.pk)
        else:
            may_speak = is_in = bool(held) or part.person_id == person_id
        if is_in:
            belongs.add(part.pk)
        if may_speak:
            speaks.add(part.pk)
    return Standing(roles, frozenset(belongs), frozenset(speaks), frozenset(keeps), frozenset(chairs))


def may_read_names(person, group):
    """Whether this person may read who belongs to a group: its members, and officers where it takes part."""
    if group.has_member(person):
        return True
    cycles = Participant.objects.active().filter(group=group).values("cycle_id")
    return Seat.objects.active().filter(person=person, role__in=Seat.RUNNERS, cycle__in=cycles).exists()
