"""What the report of a stage holds for one reader: gathered once, shown as a page and printed."""

from dataclasses import dataclass, field

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cycle.glance import Glance
from cycle.limits import Misfit, misfits_of
from cycle.models import Event, HandOver, Stage
from cycle.reading import readable, references_of
from cycle.standing import Standing
from involvement import barred
from involvement.line import Told, told
from involvement.models import Barrier, Challenge, Readiness, Withdrawal
from involvement.models import Talk as WithoutUsers
from involvement.status import OUT_OF_DATE, AgreementStatus, statuses_of
from involvement.surviving import Mark, marks_of
from involvement.withdrawn import Told as Left
from involvement.withdrawn import told as told_of_leaving

from ..congruence import Story, story_of
from ..conversations import Told as Talk
from ..conversations import all_told
from ..debates import Shown as Debated
from ..debates import all_shown
from ..evaluating.ratings import ratings_of
from ..glancing import glances_for
from ..heard import counted, with_counts
from ..in_the_room.glances import in_report
from ..lapses import Explained, Lapse, lapses_of, past_of, with_verdicts
from ..promising import Shown
from ..themed import Themed, themed
from .agreed import Names, Terms, terms_of
from .changes import Change, changes_in
from .past import PastRound, Signed, rounds_of, signatures_of
from .promised import promised_in
from .reader import ForOneReader, OfOneStage
from .said import PartySaid, said_in


@dataclass(frozen=True)
class Held:
    """One record of the stage, or the Stub in its place; misfits: where it does not fit the money."""

    record: object
    facts: list[tuple[str, str]] = field(default_factory=list)
    misfits: list[Misfit] = field(default_factory=list)


@dataclass(frozen=True)
class Holding:
    """The records of one kind in the stage, as their reader may have them."""

    name: str
    rows: list[Held]


@dataclass(frozen=True)
class Report(OfOneStage, ForOneReader):
    """A stage's report for one reader. Everything in it comes from the models; only what lapsed depends on today.

    status: where the agreement of the current round stands. last_event: the newest of the cycle's ledger.
    """

    PAPER = "feedback/report/paper.html"

    stage: Stage
    standing: Standing
    status: AgreementStatus
    last_event: Event
    terms: Terms | None = None
    changes: list[Change] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    glances: list[Glance] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    parties: list[PartySaid] = field(default_factory=list)
    rounds: list[PastRound] = field(default_factory=list)
    signatures: list[Signed] = field(default_factory=list)
    promised: list[Shown] = field(default_factory=list)
    more_promised: bool = False
    promises_hidden: str = ""
    openness: Story | None = None
    ratings: list[Glance] = field(default_factory=list)
    challenges: list[Told] = field(default_factory=list)
    barriers: list[barred.Told] = field(default_factory=list)
    lapses: list[tuple[Lapse, list[Explained]]] = field(default_factory=list)
    past_lapses: list[Explained] = field(default_factory=list)
    leavings: list[Left] = field(default_factory=list)
    readiness: Readiness | None = None
    handovers: list[HandOver] = field(default_factory=list)
    conversations: list[Talk] = field(default_factory=list)
    without_users: list[WithoutUsers] = field(default_factory=list)
    debates: list[Debated] = field(default_factory=list)
    themed: Themed | None = None
    who: list[Glance] = field(default_factory=list)

    @property
    def is_out_of_date(self):
        return self.status.word == OUT_OF_DATE

    @property
    def version_in_words(self):
        """ "Round 1, version 2", as far as there are any."""
        if not self.stage.round_number:
            return ""
        words = {"round": self.stage.round_number}
        if self.status.agreement is None:
            return _("Round %(round)d") % words
        return _("Round %(round)d, version %(version)d") % {**words, "version": self.status.agreement.version}

    @cached_property
    def totals(self):
        """How many contributions there are, are answered, wait and are not shown, over all parties."""
        return {
            name: sum(getattr(party, name) for party in self.parties)
            for name in ("said", "answered", "waiting", "hidden")
        }

    @property
    def finished_with_some_waiting(self):
        """Whether the stage was finished while somebody still waited for an answer."""
        return self.stage.state == Stage.State.FINISHED and self.totals["waiting"] > 0


def report_of(stage, person):
    """The Report of a stage as this person may read it (None for somebody who is not signed in).

    stage: with its cycle and the cycle's authority fetched. The number of queries is the same at any number of rows.
    """
    cycle = stage.cycle
    status, names = statuses_of([stage])[stage.pk], Names(cycle, person)
    signatures = signatures_of(stage, names)
    return Report(
        stage=stage,
        standing=cycle.standing_of(person),
        status=status,
        last_event=cycle.events.get(number=cycle.ledger_length),
        terms=terms_of(stage, status, signatures, names),
        changes=changes_in(stage, person),
        marks=marks_of(stage, person),
        glances=glances_for(stage, person),
        holdings=[_holding(model, stage, person) for model in stage.kind.records],
        parties=said_in(stage, person, status),
        rounds=rounds_of(stage),
        signatures=signatures,
        **promised_in(stage, person),
        openness=story_of(stage),
        ratings=ratings_of(stage),
        challenges=told(Challenge.objects.filter(stage=stage).for_list(), person, cycle),
        barriers=barred.told(_barriers(stage, person), person, cycle),
        **_lapsed(stage, status),
        leavings=told_of_leaving(Withdrawal.objects.touching(stage).for_list(), person, cycle),
        readiness=Readiness.objects.now(stage),
        handovers=list(HandOver.objects.touching(stage)),
        **_talks_in(stage, person),
        themed=themed(stage, person, in_full=False),
        who=in_report(stage),
    )


def _lapsed(stage, status):
    """How the agreement has lapsed by today, and how that is explained."""
    found = lapses_of({stage: status})
    return {
        "lapses": [(lapse, [with_verdicts(each) for each in lapse.explanations]) for lapse in found],
        "past_lapses": [with_verdicts(each) for each in past_of(stage, found)],
    }


def _barriers(stage, person):
    """What gets in the way in the stage, as far as this person may read it, in its order."""
    return Barrier.objects.standing().visible_to(person, stage.cycle).matching(stage).for_list().order_by("pk")


def _talks_in(stage, person):
    """What was talked about beside what people said: with users, without them (R26), and in debates."""
    without = WithoutUsers.objects.in_stage(stage).visible_to(person, stage.cycle).order_by("held_on", "pk")
    return {
        "conversations": all_told(stage, person),
        "without_users": list(without),
        "debates": all_shown(stage, person),
    }


def _holding(model, stage, person):
    plural = str(model._meta.verbose_name_plural)
    records = model.objects.in_stage(stage).prefetch_related(*model.to_fetch())
    rows = readable(records, person, stage.cycle)
    shown = [each for each in rows if not hasattr(each, "is_stub")]
    named, misfits = (asked(shown, person, stage.cycle) for asked in (references_of, misfits_of))
    counts = counted(shown, stage.cycle, person)
    held = [_held(each, named, misfits, counts) if each in shown else Held(each) for each in rows]
    return Holding(plural[:1].upper() + plural[1:], held)


def _held(record, named, misfits, counts):
    named_in_words = ((each.label, each.words) for each in named[record.pk])
    facts = [*with_counts(record.facts, record, counts), *named_in_words, *record.words_of_parties]
    return Held(record, facts, misfits[record.pk])
