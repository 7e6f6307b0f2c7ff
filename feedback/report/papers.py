"""The background papers of a decision, put together from what is recorded: one page, and printed (R48)."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cycle.glance import Glance
from cycle.models import RECORDS, Event, Stage
from cycle.reading import references_of
from cycle.snapshot import facts_of
from cycle.standing import Standing
from involvement.models import Agreement
from involvement.status import AgreementStatus, statuses_of

from ..figures import figures_of
from ..glancing import glances_for
from ..heard import counted, filled, stages_of, with_counts
from .reader import ForOneReader, OfOneStage
from .shortly import Shortlist, part_of, shortlist, with_its_brief

MONEY, PRESSURES, TALKS = 20, 20, 20
AGREED = ("purpose", "open_to_change", "fixed", "fixed_because", "is_not", "who_decides")


@dataclass(frozen=True)
class Agreed:
    """The agreement of one stage, as (label, words) pairs; and what was said there, in words."""

    stage: Stage
    status: AgreementStatus
    facts: list[tuple[str, str]]
    said: str


@dataclass(frozen=True)
class Work:
    """The work of one stage at a glance."""

    stage: Stage
    glances: list[Glance]


@dataclass(frozen=True)
class Papers(OfOneStage, ForOneReader):
    """All that belongs to one decision, for one reader. facts: of its record; told: its tables, with counts."""

    PAPER = "feedback/papers/paper.html"

    stage: Stage
    decision: object
    standing: Standing
    status: AgreementStatus
    last_event: Event
    facts: list[tuple[str, str]]
    told: list
    state: str
    agreements: list[Agreed] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    money: Shortlist | None = None
    pressures: Shortlist | None = None
    talks: Shortlist | None = None

    @property
    def contents(self):
        """(id on the page, what it is) for each paper, in order."""
        found = [("record", _("The decision"))]
        found += [(f"agreement-{each.stage.pk}", _("Agreement: %(stage)s") % {"stage": each.stage})
                  for each in self.agreements]  # fmt: skip
        found += [(f"work-{each.stage.pk}", str(each.stage)) for each in self.works]
        return [*found, ("money", _("Money")), ("pressures", _("Pressures")), ("talks", _("Briefings and lobbying"))]


def papers_of(decision, reader):
    """The Papers of a decision, which this reader may read; its stage has its cycle and the cycle's authority fetched.

    The number of queries is the same at any number of rows.
    """
    stage, cycle = decision.stage, decision.stage.cycle
    page, spoken = decision.on_page(reader), _stages(decision)
    statuses = statuses_of(spoken)
    return Papers(
        stage=stage, decision=decision, standing=cycle.standing_of(reader),
        status=statuses[stage.pk],
        last_event=cycle.events.get(number=cycle.ledger_length),
        facts=_facts(decision, page["facts"], reader), state=page["registered"].state_in_words,
        told=[*decision.parts, *filled(page["told"], cycle, reader)],
        agreements=[_agreed(each, statuses[each.pk], figures_of(cycle)) for each in spoken],
        works=_works(decision, cycle, reader),
        money=part_of(cycle, reader, "money", with_its_brief, MONEY),
        pressures=_pressures(cycle, reader),
        talks=part_of(cycle, reader, "talk", with_its_brief, TALKS),
    )  # fmt: skip


def _facts(decision, facts, reader):
    named = references_of([decision], reader, decision.stage.cycle)[decision.pk]
    counts = counted([decision], decision.stage.cycle, reader)
    return [*with_counts(facts, decision, counts), *((each.label, each.words) for each in named)]


def _stages(decision):
    """The stage of a decision, and those in which people spoke about it; each has the very cycle."""
    wanted = {*stages_of(decision, list(decision.rests_on.all())), decision.stage_id}
    found = list(Stage.objects.filter(pk__in=wanted).order_by("place"))
    for each in found:
        each.cycle = decision.stage.cycle
    return found


def _agreed(stage, status, figures):
    """What the agreement of a stage says (of an earlier round while none is proposed), and what was said there."""
    agreement = status.agreement or Agreement.objects.in_stage(stage).proposed().last()
    facts = facts_of(agreement, AGREED) if agreement else []
    said = figures.get(stage.pk)
    return Agreed(stage, status, facts, said.in_words if said else "")


def _works(decision, cycle, reader):
    """The work of the stages whose results lie before those who decide, as far as there is any."""
    found = []
    for stage in cycle.stages.filter(kind_slug__in=decision.PAPERS_FROM).order_by("place"):
        stage.cycle = cycle
        if glances := glances_for(stage, reader):
            found.append(Work(stage, glances))
    return found


def _pressures(cycle, reader):
    """What presses on the cycle: the newest of it, and what is held back with its reason."""
    rows = [each for model in RECORDS if hasattr(model, "SIDES") for each in reversed(model.objects.in_cycle(cycle))]
    return shortlist(rows, reader, cycle, with_its_brief, PRESSURES)
