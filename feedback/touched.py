"""What saving a change would touch: found out by a rehearsal, so that it is what then happens (R20, journey C4)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from cycle import ledger
from cycle.chain import canonical, digest
from cycle.limits import unfit_in
from cycle.models import RECORDS, Event, Participant, Stage
from cycle.openness import Openness
from cycle.reading import read_events
from cycle.rehearsal import rehearse
from cycle.standing import standings_in
from involvement.status import AgreementStatus, statuses_of
from people.models import Person

from .concern import parts_of
from .counting import AtMost, in_words
from .models import Contribution


@dataclass(frozen=True)
class Again:
    """A stage whose agreement rests on the change: where that stands now, and the parties that have to sign again.

    said, unanswered: how many contributions were made there on the old basis, counted with `at_most`.
    """

    stage: Stage
    status: AgreementStatus
    parties: list[str]
    said: int
    unanswered: int

    @property
    def said_in_words(self):
        return in_words(self.said)

    @property
    def unanswered_in_words(self):
        return in_words(self.unanswered)


@dataclass(frozen=True)
class Told:
    """Who is told: how many people get a notice, how many of the others take part on paper, how many may not read it.

    parties: the names of the participants of the cycle to which these people belong.
    """

    notices: int = 0
    on_paper: int = 0
    may_not_read: int = 0
    parties: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Touched:
    """All that a change would touch. It is true when there is anything that has to be shown before saving.

    options: (title, sentence) of the records that would no longer fit the money. changes: (label, before, after).
    """

    stages: list[Again]
    options: list[tuple[str, str]]
    told: Told
    changes: list[tuple[str, str, str]]
    is_withheld: bool

    def __bool__(self):
        return bool(self.stages or self.options)

    @property
    def to_sign(self):
        return [each for each in self.stages if each.parties]

    @property
    def to_read(self):
        """The stages that are touched and in which nobody has to sign again because of it."""
        return [each for each in self.stages if not each.parties]

    @property
    def said(self):
        return [each for each in self.stages if each.said]

    @property
    def digest(self):
        """A short mark of what is shown: it differs when more is touched.

        How many have spoken and how many people are told is not in it: in a busy week these change with every minute,
        and nobody could ever save.
        """
        shown = {"stages": [[each.stage.pk, each.parties] for each in self.stages], "options": self.options}
        return digest("", canonical(shown))[:32]


def save_or_show(thing, verb: Callable, by, shown=""):
    """Run this verb on a Stage or a record when it touches nothing, or when what it touches was `shown` to the writer.

    verb: takes the thing. shown: the digest of what the writer has read and confirmed, or empty. Returns the Touched
    that has to be shown first, and else what the verb returned. The ledger is held from the rehearsal to the end, so
    nothing comes between. Raises Refused, and Conflict with the record as it stands.
    """
    with ledger.writing(thing.ledger_cycle):
        touched = rehearse(thing, lambda fresh: _touched(fresh, verb, by))
        return touched if touched and touched.digest != shown else verb(thing)


def _touched(thing, verb, by):
    """The Touched of a verb that is run here; None when it writes nothing, like the second click of two."""
    cycle = thing.ledger_cycle
    under_way = list(cycle.stages.under_way())
    before, length = statuses_of(under_way), ledger.length(cycle)
    unfit = {(record.pk, type(record)) for record, _sentence in unfit_in(RECORDS, cycle)}
    verb(thing)
    written = list(cycle.events.after(length).order_by("number").select_related("by", "stage"))
    if not written:
        return None
    material = [event for event in written if event.material]
    parts = parts_of([cycle]) if material else None
    stages = parts.concerned(material) if material else []
    after = statuses_of(stages)
    counts = _counts(stages)
    return Touched(
        [Again(stage, before[stage.pk], _newly(before, after, stage), *counts[stage.pk]) for stage in stages],
        [(record.title, sentence) for record, sentence in unfit_in(RECORDS, cycle)
         if (record.pk, type(record)) not in unfit],
        _told(parts, material, cycle, by) if stages else Told(),
        read_events(written[:1], by, cycle)[0].changes,
        written[0].openness == Openness.WITHHELD,
    )  # fmt: skip


def _newly(before, after, stage):
    """The names of the parties that are waited for after the change and were not before."""
    waited = set(before[stage.pk].waits_for)
    return sorted(name for name in after[stage.pk].waits_for if name not in waited)


def _counts(stages):
    """How many contributions there are in each of these stages, and how many wait for an answer; by stage id."""
    rows = Stage.objects.filter(pk__in=[stage.pk for stage in stages]).order_by().values_list(
        "pk", AtMost(Contribution.objects.of_outer_stage()), AtMost(Contribution.objects.of_outer_stage().owed())
    )  # fmt: skip
    return {pk: counts for pk, *counts in rows}


def _told(parts, material: list[Event], cycle, by):
    """Who is told of these events, beside the one who makes the change."""
    standings = {pk: each for pk, each in standings_in(cycle).items() if pk != by.pk}
    concerned = {pk: each for pk, each in standings.items() if parts.grounds(pk, each, material)}
    reading = {pk for pk, each in concerned.items() if each.may_read(material[0].openness)}
    on_paper = Person.objects.filter(pk__in=reading, email__isnull=True).count()
    belongs_to = {participant for pk in reading for participant in standings[pk].belongs_to}
    names = Participant.objects.filter(pk__in=belongs_to, person=None).values_list("name", flat=True)
    return Told(len(reading) - on_paper, on_paper, len(concerned) - len(reading), sorted(names))
