"""The load of people: what is asked of them this month and what they agreed to, in a fixed number of queries (R72; c5).

Only what is asked of those who take part is meant. What officers owe for the authority stands on their own pages.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils import timezone

from cycle.models import Participant, Stage
from involvement.models import Party
from people.models import Membership

from .asks import Ask, asks_of
from .usual import half_hours, in_time


@dataclass(frozen=True)
class Agreed:
    """What one agreement under way asks of each person of a party, in hours over the whole stage."""

    stage: Stage
    party: str
    hours: int


@dataclass
class Load:
    """What is asked of one person. asks: this month, the first day first. agreed: hours of the stages under way."""

    asks: list[Ask] = field(default_factory=list)
    agreed: list[Agreed] = field(default_factory=list)

    @property
    def minutes(self):
        return sum(ask.minutes for ask in self.asks)

    @property
    def hours(self):
        """This month's hours, to the next half: 0 for nothing."""
        return half_hours(self.minutes)

    @property
    def in_time(self):
        """This month's hours in words: "2.5 hours"."""
        return in_time(self.minutes)

    @property
    def hours_agreed(self):
        return sum(each.hours for each in self.agreed)


@dataclass(frozen=True)
class Places:
    """Who takes part where. parts: Participants of open cycles by id; of_person: their ids by person id.

    speaks: (person id, participant id) of those who may sign for it.
    """

    parts: dict[int, Participant]
    of_person: dict[int, set[int]]
    speaks: set[tuple[int, int]]


def loads_of(people, today=None):
    """The Load of each of these people (ids), by id; the same number of queries for one and for a hundred."""
    today = today or timezone.localdate()
    places = places_of(people)
    stages, parties = _under_way(places.parts.values())
    loads = {pk: Load() for pk in people}
    for person, found in places.of_person.items():
        loads[person].agreed = _agreed_by(found, parties)
    for person, ask in asks_of(set(people), places, stages, today):
        loads[person].asks.append(ask)
    for load in loads.values():
        load.asks.sort(key=lambda ask: (ask.day or date.max, str(ask.words)))
    return loads


def places_of(people):
    """The Places of these people (ids); two queries."""
    held, speaks = defaultdict(set), set()
    rows = Membership.objects.active().filter(person__in=people)
    rows = list(rows.values_list("person_id", "group_id", "organisation_id", "role"))
    groups, bodies = ({row[place] for row in rows} - {None} for place in (1, 2))
    own = Q(organisation__in=bodies) & ~Q(standing__in=Participant.BY_SEAT)
    parts = Participant.objects.active().exclude(cycle__state="closed").select_related("cycle")
    parts = {each.pk: each for each in parts.filter(Q(group__in=groups) | own | Q(person__in=people))}
    by_body = defaultdict(list)
    for part in parts.values():
        by_body[part.group_id, part.organisation_id].append(part)
        if part.person_id:
            held[part.person_id].add(part.pk)
            speaks.add((part.person_id, part.pk))
    for person, group, body, role in rows:
        for part in by_body[group, body]:
            if role != Membership.Role.CONVENOR:
                held[person].add(part.pk)
            if role in Membership.SPEAKERS or body:
                speaks.add((person, part.pk))
    return Places(parts, held, speaks)


def _under_way(parts):
    """(the stages under way in which one of these takes part, by id, with their cycles; their Parties); two queries."""
    cycles = {part.cycle_id: part.cycle for part in parts}
    stages = {stage.pk: stage for stage in Stage.objects.filter(cycle__in=cycles).under_way()}
    for stage in stages.values():
        stage.cycle = cycles[stage.cycle_id]
    parties = list(Party.objects.standing_in(stages.values()).filter(participant__in=[part.pk for part in parts]))
    for party in parties:
        party.agreement.round.stage = stages[party.agreement.round.stage_id]
    return stages, parties


def _agreed_by(parts, parties):
    mine = [party for party in parties if party.participant_id in parts and party.hours_asked]
    return [Agreed(party.agreement.round.stage, party.participant.name, party.hours_asked) for party in mine]


def hours_of_groups(groups):
    """The hours that agreements under way in open cycles ask of each person of these groups (ids), by group id.

    Three queries at any number of groups.
    """
    parts = Participant.objects.active().exclude(cycle__state="closed").filter(group__in=groups)
    parts = {part.pk: part for part in parts.select_related("cycle")}
    hours = defaultdict(int)
    for party in _under_way(parts.values())[1]:
        hours[parts[party.participant_id].group_id] += party.hours_asked or 0
    return hours
