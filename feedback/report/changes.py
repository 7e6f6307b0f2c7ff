"""What changed on the way: the changes that the agreement rested on, and those that contributions brought about."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q

from cycle.models import Event
from cycle.models.record import TOUCHED
from cycle.models.stage import BEGUN
from cycle.reading import Line, read_events

from ..models import Answer


@dataclass(frozen=True)
class Change:
    """A change as its reader may have it. changes: (label, before, after) triples, empty where it is hidden."""

    line: Line
    changes: list[tuple[str, str, str]]
    answers: int = 0

    @property
    def number(self):
        return self.line.event.number

    @property
    def is_new(self):
        """Whether there was nothing before."""
        return not any(before for label, before, after in self.changes)

    @property
    def facts(self):
        """What a new thing says, as (label, words) pairs; its title stands above it already."""
        return [(label, after) for label, before, after in self.changes if after != self.line.title]


def changes_in(stage, person):
    """The Changes of a stage for this reader, oldest first (R20, R46, R82).

    Those are the material events that concern it since it was first begun, and the events that answers name as what
    changed. An event that only says that the stage was touched borrows its before and after from the change itself.
    """
    events = _events(stage)
    origins = _origins([event for event in events if event.verb == TOUCHED.slug], stage.cycle)
    lines = read_events(events + list(origins.values()), person, stage.cycle)
    by_id = {line.event.pk: line for line in lines}
    answered = _answered(stage)
    return [Change(line, _triples(line, by_id, origins), answered[line.event.pk]) for line in lines[: len(events)]]


def _triples(line, by_id, origins):
    """What changed, in words: the event's own triples, or those of the change that touched the stage."""
    origin = origins.get(line.event.pk)
    if line.is_hidden or origin is None:
        return line.changes
    return by_id[origin.pk].changes


def _events(stage):
    """The events of the section, oldest first."""
    begun = stage.events.filter(verb=BEGUN.slug).order_by("number").values_list("number", flat=True).first()
    if begun is None:
        return []
    material = Event.objects.concerning(stage).material().after(begun).values("pk")
    named = Answer.objects.filter(contribution__stage=stage, changed_event__isnull=False).values("changed_event_id")
    events = Event.objects.filter(Q(pk__in=material) | Q(pk__in=named))
    return list(events.select_related("by", "stage").order_by("number"))


def _origins(touches, cycle):
    """For each of these events the last change of the same thing before it, as a dict by the event's id."""
    if not touches:
        return {}
    things = {(event.thing_type, event.thing_id) for event in touches}
    of_things = cycle.events.filter(
        thing_type__in={kind for kind, number in things}, thing_id__in={number for kind, number in things}
    )
    found = {}
    for change in of_things.exclude(verb=TOUCHED.slug).select_related("by", "stage").order_by("number"):
        for touch in touches:
            if (change.thing_type, change.thing_id) == (
                touch.thing_type,
                touch.thing_id,
            ) and change.number < touch.number:
                found[touch.pk] = change
    return found


def _answered(stage):
    """How many answers name each event as what changed, as a dict by the event's id."""
    answers = Answer.objects.filter(contribution__stage=stage, changed_event__isnull=False)
    return Counter(answers.values_list("changed_event_id", flat=True))
