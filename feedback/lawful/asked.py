"""The stages in which people were asked: on what terms, when, and how much they said."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Min
from django.utils.formats import date_format

from cycle.glance import Remark
from cycle.models import Round
from involvement.models import Session
from involvement.status import AgreementStatus, statuses_of

from ..figures import Figures, figures_of
from ..models import Contribution


@dataclass(frozen=True)
class Test:
    """One of the four tests: what was found, as parts of a glance, and what is missing, as sentences."""

    title: str
    found: list
    missing: list[str]


@dataclass(frozen=True)
class Asked:
    """One stage that was begun. first, last: the days between which people said something, or None."""

    stage: object
    status: AgreementStatus
    figures: Figures
    first: date | None = None
    last: date | None = None
    rounds: list = field(default_factory=list)
    meetings: int = 0

    @property
    def is_asked(self):
        """Whether anybody said something in it."""
        return self.figures.said > 0


def asked_in(cycle):
    """An Asked for each stage of the cycle that was ever begun, in their order; a dozen queries at any number."""
    stages = list(cycle.stages.begun().order_by("place"))
    for each in stages:
        each.cycle = cycle
    statuses, figures = statuses_of(stages), figures_of(cycle)
    said = Contribution.objects.in_cycle(cycle).filter(state__in=["waits", "answered", "held"]).order_by()
    days = {row["stage"]: row for row in said.values("stage").annotate(first=Min("given_on"), last=Max("given_on"))}
    rounds, meetings = {}, {}
    for each in Round.objects.in_cycle(cycle).order_by("number"):
        rounds.setdefault(each.stage_id, []).append(each)
    for stage_id in Session.objects.filter(stage__cycle=cycle).order_by().values_list("stage_id", flat=True):
        meetings[stage_id] = meetings.get(stage_id, 0) + 1
    return [
        Asked(
            each, statuses[each.pk], figures.get(each.pk) or Figures(), days.get(each.pk, {}).get("first"),
            days.get(each.pk, {}).get("last"), rounds.get(each.pk, []), meetings.get(each.pk, 0),
        )
        for each in stages
    ]  # fmt: skip


def day(value):
    """A date as pages have it; a dash for none."""
    return date_format(value, "j F Y") if value else "–"


def nothing(words):
    """The part that stands where nothing was found."""
    return [Remark(words)]
