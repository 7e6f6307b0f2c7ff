"""The ledger: one append-only chain of events for each cycle, written in this one place."""

from contextlib import contextmanager

from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from .chain import START, canonical, digest, seal
from .models.event import Event
from .openness import Openness

BATCH = 500  # so many rows go to the database in one statement


def in_batches(rows):
    """A list in parts that the database takes in one statement each."""
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


@contextmanager
def writing(cycle):
    """One transaction that holds the cycle's ledger from its first line on, so that two writers queue up.

    Every verb takes this lock before it touches any other row: taken in one order, locks cannot meet head-on.
    """
    with transaction.atomic():
        type(cycle).objects.filter(pk=cycle.pk).update(ledger_length=models.F("ledger_length"))
        yield


def record(verb, thing, by, *, cycle, stage=None, before=None, after=None, reason="", material=False, reach="stage",
           openness=Openness.PUBLIC, acting_for=""):  # fmt: skip
    """Append one event to the cycle's ledger and return it.

    verb: a `Verb`; thing: the row that it happened to; by: a Person, or None where the giver stays unnamed.
    before, after: dicts of field name -> plain value. material: whether agreements rest on it (R10, R20).
    reach: "stage", or "cycle" when every stage is concerned. Call it inside `writing(cycle)`.
    """
    said = {"before": before or {}, "after": after or {}, "reason": reason}
    event = _next(
        _last(cycle), verb, thing, said, cycle=cycle, by=by, acting_for=acting_for, stage=stage, material=material,
        reach=reach, openness=openness,
    )  # fmt: skip
    event.save(force_insert=True)
    _end_with(cycle, event)
    return event


def record_many(verb, things, by, *, cycle, before=None, after=None, reason=""):
    """Append one event about each of these things, of which all tell the same; in two statements for 500 of them.

    things: Movables, which know their stage and who may read of them. Call it inside `writing(cycle)`.
    """
    said, last, events = {"before": before or {}, "after": after or {}, "reason": reason}, _last(cycle), []
    for thing in things:
        event = _next(
            last, verb, thing, said, cycle=cycle, by=by, acting_for="", stage=thing.ledger_stage, material=False,
            reach="stage", openness=thing.ledger_openness,
        )  # fmt: skip
        last = (event.number, event.hash)
        events.append(event)
    if events:
        Event.objects.bulk_create(events, batch_size=BATCH)
        _end_with(cycle, events[-1])


def _last(cycle):
    """The number and the hash of the cycle's last event."""
    return type(cycle).objects.values_list("ledger_length", "ledger_head").get(pk=cycle.pk)


def _next(last, verb, thing, said, **told):
    """The event that follows the `last` (number, hash), sealed and not saved."""
    payload, salt = canonical({"title": str(thing), **said}), get_random_string(32)
    event = Event(
        number=last[0] + 1, previous_hash=last[1], at=timezone.now(), verb=verb.slug,
        thing_type=thing._meta.label_lower, thing_id=thing.pk, payload=payload, salt=salt,
        payload_digest=digest(salt, payload), **told,
    )  # fmt: skip
    event.hash = seal(event)
    return event


def _end_with(cycle, event):
    """The cycle's ledger ends with this event now."""
    type(cycle).objects.filter(pk=cycle.pk).update(ledger_length=event.number, ledger_head=event.hash)
    cycle.ledger_length, cycle.ledger_head = event.number, event.hash


def length(cycle):
    """How many events the cycle's ledger holds now."""
    return type(cycle).objects.values_list("ledger_length", flat=True).get(pk=cycle.pk)


def faults(cycle):
    """Walk a cycle's ledger from its start; yield (event number, what is wrong) for each fault."""
    head, number = START, 0
    for event in Event.objects.filter(cycle=cycle).order_by("number").iterator(chunk_size=1000):
        number += 1
        if event.number != number:
            yield number, f"an event is missing before the one with number {event.number}"
            number = event.number
        elif event.previous_hash != head:
            yield number, "it does not follow from the event before it"
        if seal(event) != event.hash:
            yield number, "what it says was altered"
        elif event.salt and digest(event.salt, event.payload) != event.payload_digest:
            yield number, "its words were altered"
        elif not event.salt and event.payload:
            yield number, "its words were replaced after an erasure"
        head = event.hash
    cycle.refresh_from_db(fields=["ledger_length", "ledger_head"])
    if (cycle.ledger_length, cycle.ledger_head) != (number, head):
        yield number, "the ledger ends before the last event that the cycle knows of"
