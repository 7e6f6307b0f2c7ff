"""Where promises go on, as one reader may have it: the line from what was promised to a clause, a measure, a step."""

from collections import defaultdict
from dataclasses import dataclass

from cycle.models import RECORDS, Record

from .models import Carrying, Promise
from .models.carrying import PUT_INTO, TAKEN_OUT

CARRIERS = [model for model in RECORDS if model.CARRIES_PROMISES]


@dataclass(frozen=True)
class Place:
    """One record in which a promise stands. record: None where the reader may not read it; noun: of what sort."""

    carrying: Carrying
    noun: str
    record: Record | None


def places_of(promise, reader):
    """The Places of one promise; one query for each sort of record that it stands in."""
    rows, found = list(promise.carryings.all()), {}
    wanted = defaultdict(set)
    for row in rows:
        row.promise = promise
        wanted[row.model].add(row.thing_id)
    for model, keys in wanted.items():
        readable = model.objects.in_cycle(promise.cycle).visible_to(reader, promise.cycle)
        for each in readable.filter(pk__in=keys):
            each.stage.cycle = promise.cycle
            found[model, each.pk] = each
    return [Place(row, str(row.model._meta.verbose_name), found.get((row.model, row.thing_id))) for row in rows]


def told_to(reader, promise, events):
    """These events of a promise, without those that name a record which this reader may not read."""
    reads = promise.cycle.standing_of(reader).reads
    closed = events.by_verbs([PUT_INTO.slug, TAKEN_OUT.slug]).exclude(openness__in=reads)
    return events.exclude(pk__in=closed.order_by().values("pk"))


def promises_in(record, reader):
    """The promises that this record carries and that the reader may read, oldest first; one query."""
    keys = Carrying.objects.of_record(record).values("promise_id")
    rows = Promise.objects.visible_to(reader, record.stage.cycle).filter(pk__in=keys).select_related("stage")
    found = list(rows.order_by("pk"))
    for each in found:
        each.cycle = each.stage.cycle = record.stage.cycle
    return found


def to_choose(promise, reader):
    """What may carry the promise further, as grouped choices of a form: (sort in words, [(key, title)])."""
    taken = {(row.thing_type, row.thing_id) for row in promise.carryings.all()}
    groups = []
    for model in CARRIERS:
        rows = model.objects.in_cycle(promise.cycle).visible_to(reader, promise.cycle)
        label = model._meta.label_lower
        free = [(f"{label}:{each.pk}", each.title) for each in rows if (label, each.pk) not in taken]
        if free:
            groups.append((str(model._meta.verbose_name_plural).capitalize(), free))
    return groups


def chosen(promise, reader, key):
    """The record that a form's answer names, when the reader may read it; None else."""
    label, _colon, pk = key.partition(":")
    model = next((each for each in CARRIERS if each._meta.label_lower == label), None)
    if model is None or not pk.isdecimal():
        return None
    return model.objects.in_cycle(promise.cycle).visible_to(reader, promise.cycle).filter(pk=int(pk)).first()
