"""What moved lately in the cycles that somebody takes part in."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from cycle.models import Event
from cycle.reading import Line, only_one, read_events, things_of

SHOWN = 5
READ = 20  # so many are looked at, because some are not open to the reader
DAYS = 7


@dataclass(frozen=True)
class News:
    """A cycle and its last readable events of the week, newest first."""

    cycle: object
    lines: list[Line]


def news_of(person, cycles):
    """A News for each of these cycles; the same number of queries for one and for a hundred."""
    since = timezone.now() - timedelta(days=DAYS)
    recent = Event.objects.filter(cycle__in=cycles, at__gte=since).select_related("by", "stage")
    place = Window(RowNumber(), partition_by="cycle_id", order_by=F("number").desc())
    events = list(recent.annotate(place=place).filter(place__lte=READ).order_by("cycle_id", "-number"))
    things, by_cycle = things_of(events, person, only_one(cycles)), defaultdict(list)
    for event in events:
        by_cycle[event.cycle_id].append(event)
    return [News(cycle, _readable(by_cycle[cycle.pk], person, cycle, things)) for cycle in cycles]


def _readable(events, person, cycle, things):
    return [line for line in read_events(events, person, cycle, things) if not line.is_hidden][:SHOWN]
