"""The ledger: one append-only chain of events for each cycle, written in this one place."""

from contextlib import contextmanager

from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from .chain import START, canonical, digest, seal
from .models.event import Event
from .openness import Openness


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
    length_before, head = type(cycle).objects.values_list("ledger_length", "ledger_head").get(pk=cycle.pk)
    payload = canonical({"title": str(thing), "before": before or {}, "after": after or {}, "reason": reason})
    salt = get_random_string(32)
    event = Event(
        cycle=cycle, number=length_before + 1, at=timezone.now(), by=by, acting_for=acting_for, verb=verb.slug,
        thing_type=thing._meta.label_lower, thing_id=thing.pk, stage=stage, material=material, reach=reach,
        openness=openness, payload=payload, salt=salt, payload_digest=digest(salt, payload), previous_hash=head,
    )  # fmt: skip
    event.hash = seal(event)
    event.save(force_insert=True)
    type(cycle).objects.filter(pk=cycle.pk).update(ledger_length=event.number, ledger_head=event.hash)
    cycle.ledger_length, cycle.ledger_head = event.number, event.hash
    return event


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
