"""What a person is in one cycle: an officer, somebody who takes part, or a reader like anyone else.

This is the policy as a function; `visible_to` on the querysets is the same policy as SQL. Tests hold the two together.
"""

from collections import defaultdict
from dataclasses import dataclass

from .models.participant import Participant
from .models.seat import Seat
from .openness import Openness


@dataclass(frozen=True)
class Standing:
    """roles: the person's seats today. belongs_to, speaks_for, keeps: ids of participants."""

    roles: frozenset[str] = frozenset()
    belongs_to: frozenset[int] = frozenset()
    speaks_for: frozenset[int] = frozenset()
    keeps: frozenset[int] = frozenset()

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

    def may_read(self, openness):
        """Whether something of this openness is open to them, in a cycle that they can see."""
        if openness == Openness.PUBLIC:
            return True
        return self.is_involved if openness == Openness.INVOLVED else self.sees_withheld


def standing_of(person, cycle):
    """The person's Standing in this cycle today; two queries, none for somebody who is not signed in."""
    return standings_of(person, [cycle])[cycle.pk]


def standings_of(person, cycles):
    """The person's Standing in each of these cycles today, as a dict by cycle id; two queries at any number."""
    if person is None or not person.is_authenticated:
        return {cycle.pk: Standing() for cycle in cycles}
    roles, rows = defaultdict(set), defaultdict(list)
    seats = Seat.objects.active().filter(cycle__in=cycles, person=person)
    for cycle_id, role in seats.values_list("cycle_id", "role"):
        roles[cycle_id].add(role)
    for row in Participant.objects.active().filter(cycle__in=cycles).with_place_of(person):
        rows[row.cycle_id].append(row)
    return {cycle.pk: _standing(frozenset(roles[cycle.pk]), rows[cycle.pk]) for cycle in cycles}


def _standing(roles, rows):
    return Standing(
        roles=roles,
        belongs_to=frozenset(row.pk for row in rows),
        speaks_for=frozenset(row.pk for row in rows if row.spoken_for or row.standing in Seat.stands_for(roles)),
        keeps=frozenset(row.pk for row in rows if row.kept),
    )


def may_read_names(person, group):
    """Whether this person may read who belongs to a group: its members, and officers where it takes part."""
    if group.has_member(person):
        return True
    cycles = Participant.objects.active().filter(group=group).values("cycle_id")
    return Seat.objects.active().filter(person=person, role__in=Seat.RUNNERS, cycle__in=cycles).exists()
