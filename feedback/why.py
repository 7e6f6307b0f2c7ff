"""Why something is as it is: a walk back from one record through the ledger, for whoever asks years later (R65)."""

from dataclasses import dataclass, field

from cycle.models import Event, Record, Round
from cycle.reading import Line, read_events
from cycle.resting import Step, Use, rests_on, used_by
from involvement.models import Agreement

from .models import Contribution, Promise
from .promising import Shown, shown
from .showing import Said, shown_in_cycle

MOST = 25  # so many of one sort are told; their own pages have the rest


@dataclass(frozen=True)
class Why:
    """All that led to a record, and what followed from it, as one reader may have it.

    steps: what it rests on. said: what people said that it came out of. changes: how it came to say what it says.
    round, cause, agreement: the round in which it was recorded, the Line of what brought that about, what was agreed in
    it; None where there is none. pressed: what had changed in the round before it was recorded. uses, promises,
    rounds: what followed.
    """

    record: Record
    steps: list[Step]
    said: list[Said]
    changes: list[Line]
    round: Round | None
    cause: Line | None
    agreement: Agreement | None
    pressed: list[Line]
    uses: list[Use]
    promises: list[Shown] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)


def why_of(record, reader):
    """The Why of a record for this reader; the queries grow with the sorts of things, not with their number."""
    cycle, history = record.stage.cycle, list(record.history()[:MOST])
    first = history[0]
    came = Contribution.objects.visible_to(reader, cycle).that_led_to(record)
    round_ = record.stage.rounds.told().filter(begun_at__lte=first.at).order_by("number").last()
    causes = read_events([round_.cause], reader, cycle) if round_ and round_.cause else []
    return Why(
        record=record,
        steps=rests_on(record, reader),
        said=shown_in_cycle(came.for_list()[:MOST], cycle, reader),
        changes=read_events(history, reader, cycle),
        round=round_,
        cause=causes[0] if causes else None,
        agreement=_agreed(round_, first),
        pressed=read_events(_pressed(record, round_, first), reader, cycle),
        uses=used_by(record, reader),
        promises=_promised(record, reader),
        rounds=_begun_by(record),
    )


def _agreed(round_, event):
    """The version of the agreement that stood in this round when something was written down, or the first after it."""
    if round_ is None:
        return None
    proposed = round_.agreements.exclude(state=Agreement.State.DRAFT).select_related("round__stage__cycle")
    before = proposed.filter(proposed_at__lte=event.at).order_by("version").last()
    return before or proposed.order_by("version").first()


def _pressed(record, round_, event):
    """The changes that the agreement of this round rested on, up to the moment when the record was written down."""
    if round_ is None:
        return []
    material = (
        Event.objects.concerning(record.stage).material().filter(at__gte=round_.begun_at, number__lt=event.number)
    )
    others = material.exclude(thing_type=record._meta.label_lower, thing_id=record.pk)
    return list(others.select_related("by", "stage").order_by("-number")[:MOST])[::-1]


def _promised(record, reader):
    """The promises of which this record shows that they were kept, or with which it was answered."""
    label, cycle = record._meta.label_lower, record.stage.cycle
    shows = Promise.objects.visible_to(reader, cycle).shown_by(label, record.pk)
    return shown(shows.for_list()[:MOST], reader, cycle)


def _begun_by(record):
    """The rounds of stages that a change of this record brought about, oldest first."""
    rounds = Round.objects.in_cycle(record.stage.cycle).told()
    begun = rounds.filter(cause__thing_type=record._meta.label_lower, cause__thing_id=record.pk)
    found = list(begun.order_by("pk"))
    for each in found:
        each.stage.cycle = record.stage.cycle
    return found
