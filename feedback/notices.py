"""What changed for somebody: worked out from the ledger each time; all that is kept is how far they have read (R20)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import F, OuterRef, Q, Subquery, Value, Window
from django.db.models.functions import Coalesce, RowNumber

from cycle.models import Cycle, Event, Participant, Seat, Stage
from cycle.models.record import TOUCHED
from cycle.openness import Openness
from cycle.reading import only_one, things_of
from involvement.since import Change, sources_of, told
from people.models import Membership

from .concern import RUN, Ground, parts_of
from .models import Seen

SHOWN = 20  # so many of the newest events of a cycle are looked at


@dataclass(frozen=True)
class Notice:
    """One change as its reader may have it, why it concerns them, and the stages whose agreements rest on it.

    is_public: whether everybody could read it then and may read now what it is about.
    """

    number: int
    at: datetime
    change: Change
    grounds: list[Ground]
    stages: list[Stage]
    is_public: bool = True


@dataclass(frozen=True)
class Unread:
    """A cycle and what changed in it for somebody since they last said that they have read it, newest first.

    newest: the number of the newest event that was looked at, so that reading marks nothing later. more: whether there
    may be earlier ones that are not in the list.
    """

    cycle: Cycle
    newest: int
    more: bool = False
    notices: list[Notice] = field(default_factory=list)


def unread(person, cycles):
    """An Unread for each of these cycles in which something is new to this person.

    cycles: a list of Cycle that know the person's standing already (`learn_standings`). The number of queries is the
    same for one and a hundred cycles, for one and a thousand changes. A page and a letter can both be made from it.
    """
    if not cycles or not person.is_authenticated:
        return []
    seen = Seen.objects.filter(person=person, cycle=OuterRef("cycle")).values("number")[:1]
    events = events_for(person, cycles).annotate(
        read_to=Coalesce(Subquery(seen), Value(0)),
        place=Window(RowNumber(), partition_by="cycle_id", order_by=F("number").desc()),
    )
    found, by_cycle = list(events.filter(number__gt=F("read_to"), place__lte=SHOWN + 1)), defaultdict(list)
    for event in found:
        by_cycle[event.cycle_id].append(event)
    kept = [event for events in by_cycle.values() for event in events[:SHOWN]]
    lists = notices_of(kept, person, cycles)
    return [
        Unread(cycle, by_cycle[cycle.pk][0].number, len(by_cycle[cycle.pk]) > SHOWN, lists[cycle.pk])
        for cycle in cycles
        if lists[cycle.pk]
    ]


def events_for(person, cycles):
    """The material events of others in these cycles that are open to this person, newest first in each cycle."""
    readable = Q(pk__in=[])
    for reads in {cycle.standing_of(person).reads for cycle in cycles}:
        alike = [cycle.pk for cycle in cycles if cycle.standing_of(person).reads == reads]
        readable |= Q(cycle__in=alike, openness__in=reads)
    events = Event.objects.filter(readable, cycle__in=cycles).material().exclude(by=person)
    return events.select_related("by", "stage").order_by("cycle_id", "-number")


def notices_of(events, person, cycles):
    """The Notices among these events of these cycles, as a dict of cycle id -> list, newest first."""
    parts, came, by_id = parts_of(cycles, person), _came(person, cycles), {cycle.pk: cycle for cycle in cycles}
    concerning = []
    for same in _changes(events):
        cycle = by_id[same[0].cycle_id]
        if grounds := parts.grounds(person.pk, cycle.standing_of(person), same, came[cycle.pk]):
            concerning.append((same, cycle, grounds))
    firsts = [same[0] for same, _cycle, _grounds in concerning]
    behind, found = sources_of(firsts), defaultdict(list)
    things = things_of([*firsts, *behind.values()], person, only_one(cycles))
    for same, cycle, grounds in concerning:
        if (same[0].thing_type, same[0].thing_id) in things:
            (change,) = told(same[:1], person, cycle, behind=behind, things=things)
            there = things[same[0].thing_type, same[0].thing_id]
            is_public = {same[0].openness, getattr(there, "openness", Openness.PUBLIC)} == {Openness.PUBLIC}
            found[cycle.pk].append(
                Notice(same[0].number, same[0].at, change, grounds, parts.concerned(same), is_public)
            )
    return found


def _changes(events):
    """The events in lists of those that one change brought about, newest change first; in each the oldest event first.

    A change that touches several stages writes an event for each of them, one straight after the other.
    """
    changes = []
    for event in events:
        last = changes[-1][0] if changes else None
        if last and _follows(last, event):
            changes[-1].insert(0, event)
        else:
            changes.append([event])
    return changes


def _follows(later, event):
    same = (later.cycle_id, later.thing_type, later.thing_id) == (event.cycle_id, event.thing_type, event.thing_id)
    return same and later.number == event.number + 1 and later.verb == TOUCHED.slug


def _came(person, cycles):
    """Since when each part of this person holds, by cycle id, then by participant id or RUN; three queries."""
    came = {cycle.pk: {} for cycle in cycles}
    seats = defaultdict(list)
    for cycle_id, role, day in (
        Seat.objects.active().filter(person=person, cycle__in=cycles).values_list("cycle_id", "role", "from_date")
    ):
        seats[cycle_id].append((role, day))
    places = defaultdict(list)
    for *body, day in (
        Membership.objects.active().filter(person=person).values_list("group_id", "organisation_id", "from_date")
    ):
        places[tuple(body)].append(day)
    own = {pk for cycle in cycles for pk in cycle.standing_of(person).belongs_to}
    for part in Participant.objects.filter(pk__in=own):
        by_seat = part.standing in Participant.BY_SEAT
        days = [day for role, day in seats[part.cycle_id] if part.standing in Seat.stands_for([role])]
        days = days if by_seat else places[part.group_id, part.organisation_id]
        came[part.cycle_id][part.pk] = max(part.from_date, min(days, default=part.from_date))
    for cycle_id, held in seats.items():
        if days := [day for role, day in held if role in Seat.RUNNERS]:
            came[cycle_id][RUN] = min(days)
    return came
