"""The register of the information line: what stands where, what is kept back, and how the line has moved (R14, R41)."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from django.apps import apps
from django.db.models import BooleanField, Case, CharField, Count, Value, When
from django.db.models.functions import TruncMonth

from .line import KEPT, MOVEMENTS, SHOWN
from .models import RECORDS, Event, Stage
from .openness import KEPT_BACK, Level
from .reading import challenge_url, read_events, stub_of, things_of


@dataclass(frozen=True)
class Standing:
    """How many things of one stage stand on each Level."""

    stage: Stage
    counts: dict[str, int]

    @property
    def in_order(self):
        """(label, number) for each Level, the most open one first."""
        return [(level.label, self.counts.get(level, 0)) for level in Level]

    @property
    def kept_back(self):
        return sum(self.counts.get(level, 0) for level in KEPT_BACK)


@dataclass(frozen=True)
class Movement:
    """One time that the line moved, as its reader may have it. before: empty for what was new; because: for everybody.

    title, url, reason: empty for those who may not read the thing, or the reason of the change.
    """

    at: datetime
    who: str
    noun: str
    stage: Stage
    before: str
    after: str
    because: str = ""
    title: str = ""
    url: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Month:
    """A month in which the line moved: how many things were kept back anew, how many shown, how many stayed back."""

    first_day: datetime
    kept: int = 0
    shown: int = 0
    left: int = 0


@dataclass(frozen=True)
class Register:
    """Where the line runs in a cycle now: a Standing for each stage that holds something, and all that is kept back."""

    stages: list[Standing]
    records: list = field(default_factory=list)

    @property
    def all(self):
        """(label, number) for each Level over all stages."""
        return [(level.label, sum(each.counts.get(level, 0) for each in self.stages)) for level in Level]


def register_of(cycle):
    """The Register of a cycle; as many queries as there are sorts of records of which one is kept back, and two."""
    stages = {stage.pk: stage for stage in cycle.stages.order_by("place")}
    counts, rooms = {pk: {} for pk in stages}, set()
    first, *others = (_counted(model, cycle) for model in RECORDS)
    for room, stage_id, openness, in_part, number in first.union(*others, all=True).order_by():
        level = Level.IN_PART if in_part else Level(openness)
        counts[stage_id][level] = counts[stage_id].get(level, 0) + number
        rooms |= {room} if level in KEPT_BACK else set()
    for stage in stages.values():
        stage.cycle = cycle
    held = [record for model in RECORDS if model.SLUG in rooms for record in model.objects.kept_back().in_cycle(cycle)]
    for record in held:
        record.stage = stages[record.stage_id]
    standings = [Standing(stages[pk], counted) for pk, counted in counts.items() if counted]
    return Register(standings, sorted(held, key=lambda record: record.stage.place))


def _counted(model, cycle):
    """(room, stage, openness, whether in part, number) of the records of one model."""
    in_part = Value(False, output_field=BooleanField())
    if model.IN_PART:
        in_part = Case(When(model.IN_PART, then=Value(True)), default=in_part)
    rows = model.objects.filter(stage__cycle=cycle).order_by()
    rows = rows.annotate(room=Value(model.SLUG, output_field=CharField()), in_part=in_part)
    return rows.values_list("room", "stage_id", "openness", "in_part").annotate(number=Count("pk"))


def stubs_of(records, person, cycle):
    """The Stub of each of these records that are kept back, with the way to say that it ought to be shown.

    Who keeps back a part of what everybody reads is told by the ledger alone: one query for all of them.
    """
    in_part = {(each._meta.label_lower, each.pk): each.pk for each in records if each.line_level == Level.IN_PART}
    events = movements_in(cycle).filter(thing_id__in=in_part.values()).order_by("number") if in_part else ()
    who = {(event.thing_type, event.thing_id): event.by.name for event in events}
    return [
        stub_of(each, cycle, challenge_url(each, person, cycle), by=who.get((each._meta.label_lower, each.pk), ""))
        for each in records
    ]


def movements_in(cycle):
    """The events with which the line moved in a cycle."""
    return cycle.events.by_verbs(MOVEMENTS).select_related("by", "stage")


def movements(events, person, cycle):
    """The Movements of these events for this reader; as many queries as there are sorts of things in them, and one."""
    things = things_of(events, person, cycle)
    return [_movement(line, things, cycle) for line in read_events(events, person, cycle, things)]


def _movement(line, things, cycle):
    """A thing that its reader may read now is told by its name of today, also where the event itself is closed."""
    event, said = line.event, line.event.said
    thing = things.get((event.thing_type, event.thing_id))
    before, after = said["before"].get("line"), said["after"].get("line")
    noun, url = str(apps.get_model(event.thing_type)._meta.verbose_name), ""
    if thing:
        event.stage.cycle, thing.stage = cycle, event.stage
        url = thing.get_absolute_url()
    return Movement(
        line.at, line.who, noun, event.stage, _label(before), _label(after), said["after"].get("line_because", ""),
        str(thing or ""), url, line.reason,
    )  # fmt: skip


def _label(level):
    return str(Level(level).label) if level in Level.values else ""


def months_of(cycle):
    """The Months in which something was kept back or shown, oldest first; one query, and no payload is read."""
    rows = Event.objects.filter(cycle=cycle).by_verbs([KEPT.slug, SHOWN.slug]).annotate(month=TruncMonth("at"))
    months, left = {}, 0
    for month, verb, number in rows.order_by("month").values_list("month", "verb").annotate(number=Count("pk")):
        name = "kept" if verb == KEPT.slug else "shown"
        months[month] = replace(months.get(month, Month(month)), **{name: number})
    for month, each in months.items():
        left += each.kept - each.shown
        months[month] = replace(each, left=left)
    return list(months.values())
