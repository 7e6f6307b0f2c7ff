"""What everybody may know of a cycle's tenders at each of its events, read from the ledger (R54).

A release of open data never changes: so it is made of what the ledger wrote, and not of the rows as they are today.
What is kept back today is left out of what is said of every day.
"""

from dataclasses import dataclass, field

from ...models.event import Event
from ...models.record import RECORDED, REVISED
from ...openness import Openness
from ...snapshot import snapshot
from . import bid, opening
from .bid import Bid
from .clause import Clause
from .contract import Contract
from .criterion import AwardCriterion
from .decision import AwardDecision
from .reading import ClauseReading
from .step_done import TenderStep
from .tender import Tender

SORTS = (Tender, AwardCriterion, TenderStep, Bid, AwardDecision, Contract, Clause, ClauseReading)
TOLD = (RECORDED, REVISED, opening.ASKED, opening.OPENED, opening.DECIDED, bid.SETTLED, bid.TAKEN_BACK,
        bid.PRICE_SHOWN)  # fmt: skip


@dataclass
class Process:
    """One tender as everybody may know it after one event.

    tender: its fields as the ledger has them. parts: by sort, the (key, fields) of what belongs to it. kept_back: the
    (sort, key, reason) of what belongs to it and is not told. event: the Event; verb: what happened; about: its sort.
    """

    pk: int
    tender: dict
    parts: dict = field(default_factory=dict)
    kept_back: list = field(default_factory=list)
    event: Event | None = None
    about: type | None = None
    about_pk: int = 0

    @property
    def tender_is_awarded(self):
        """Whether everybody may read that somebody was chosen."""
        return any(each["outcome"] == AwardDecision.Outcome.AWARD for _pk, each in self.of(AwardDecision))

    @property
    def is_in_house(self):
        """Whether everybody may read that the service stays in-house."""
        return any(each["outcome"] == AwardDecision.Outcome.IN_HOUSE for _pk, each in self.of(AwardDecision))

    def of(self, sort):
        """The (key, fields) pairs of one sort, in the order in which they were recorded."""
        return self.parts.get(sort, [])


@dataclass
class _Known:
    """What is known so far: by (sort, key) the fields; and today's reasons of what everybody may not read."""

    fields: dict = field(default_factory=dict)
    closed_today: dict = field(default_factory=dict)

    def is_told(self, key):
        fields = self.fields.get(key)
        return bool(fields) and fields.get("openness") == Openness.PUBLIC and key not in self.closed_today

    def tender_of(self, key):
        """The key of the tender that something belongs to, or None."""
        above = {ClauseReading: (Clause, "clause"), Clause: (Contract, "contract")}
        sort, pk = key
        while sort in above:
            upper, name = above[sort]
            sort, pk = upper, self.fields.get((sort, pk), {}).get(name)
        return pk if sort is Tender else self.fields.get((sort, pk), {}).get("tender")


def processes(stage):
    """Yield a Process for each event of the stage that told everybody something new about a tender, oldest first."""
    sorts = {sort._meta.label_lower: sort for sort in SORTS}
    known = _Known(closed_today=_closed_today(stage))
    slugs = [verb.slug for verb in TOLD]
    events = Event.objects.filter(cycle=stage.cycle, stage=stage, thing_type__in=sorts, verb__in=slugs)
    for event in events.order_by("number"):
        key = (sorts[event.thing_type], event.thing_id)
        _learn(known, key, event)
        tender = known.tender_of(key)
        if _is_news(known, key, event) and tender and known.is_told((Tender, tender)):
            yield _process(known, tender, event, key)


def _closed_today(stage):
    """By (sort, key) why everybody may not read a record today."""
    found = {}
    for sort in SORTS:
        rows = sort.objects.filter(stage=stage).exclude(openness=Openness.PUBLIC)
        found |= {(sort, pk): because for pk, because in rows.values_list("pk", "withheld_because")}
    return found


def _learn(known, key, event):
    fields = known.fields.setdefault(key, {})
    fields |= _as_it_stands(*key) if event.is_blanked else event.said["after"]
    fields.setdefault("recorded_at", event.at)
    fields["changed_at"] = event.at


def _as_it_stands(sort, pk):
    """The fields of a record as they are today: all that there is, once the words of an event were taken away."""
    found = sort.objects.filter(pk=pk).first()
    return snapshot(found, sort.form_fields()) if found else {}


def _is_news(known, key, event):
    """Whether everybody may read of it: the event was open, or it is what made the record open."""
    became_open = event.said["after"].get("openness") == Openness.PUBLIC
    return known.is_told(key) and (event.openness == Openness.PUBLIC or became_open)


def _process(known, tender, event, key):
    made = Process(tender, dict(known.fields[Tender, tender]), event=event, about=key[0], about_pk=key[1])
    for other, fields in known.fields.items():
        sort, pk = other
        if sort is Tender or known.tender_of(other) != tender:
            continue
        if known.is_told(other):
            made.parts.setdefault(sort, []).append((pk, dict(fields)))
        else:
            because = known.closed_today.get(other) or fields.get("withheld_because") or ""
            made.kept_back.append((sort, pk, because))
    return made
