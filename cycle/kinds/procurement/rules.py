"""Which rules hold for a purchase on its day: steps, threshold, standstill, KPIs; dated, with source (R54, R61).

A tender goes by the rules that were valid on the day it began. Whatever was written down from memory says so here, and
its page says it too: it has to be looked up before anybody relies on it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ...due import add_working_days
from . import steps
from .regimes import Regime, Route


@dataclass(frozen=True)
class Standstill:
    """How long one waits after the award is announced. routes: where one has to; empty for all ways."""

    days: int
    is_of_working_days: bool = True
    routes: tuple[str, ...] = ()

    def ends_on(self, day):
        """The last day of waiting after the award was announced on `day`; public holidays are not known here."""
        return add_working_days(day, self.days) if self.is_of_working_days else day + timedelta(days=self.days)


@dataclass(frozen=True)
class Rules:
    """The rules of one Regime. valid_to is None while they hold. is_confirmed: whether it was read in the source.

    threshold: from this value on, with VAT; None where there is none. kpis_from: contracts worth more need `kpis` KPIs;
    None where there is no such duty. unsure: what of it is from memory, as a sentence.
    """

    regime: str
    source: str | Promise
    valid_from: date
    valid_to: date | None
    is_confirmed: bool
    steps: tuple[steps.Step, ...]
    threshold: Decimal | None = None
    standstill: Standstill | None = None
    kpis_from: Decimal | None = None
    kpis: int = 3
    unsure: str | Promise = ""

    def steps_on(self, route):
        """The Steps of one way, in their order."""
        return [each for each in self.steps if not each.routes or route in each.routes]

    def standstill_on(self, route):
        """The Standstill that one has to keep on this way, or None."""
        found = self.standstill
        return found if found and (not found.routes or route in found.routes) else None

    def needs_kpis(self, value):
        """Whether a contract of this value needs KPIs."""
        return self.kpis_from is not None and value is not None and value > self.kpis_from


BEGINNING, OLD_END = date(2025, 2, 24), date(2025, 2, 23)
ACT = _("Procurement Act 2023, in force from 24 February 2025, and its guidance.")
OLD = _("The Public Contracts Regulations 2015, which held until 23 February 2025.")
NUMBERS = _("The numbers of the notices UK6 to UK8 and UK10 to UK17 are from memory.")
FROM_MEMORY = _("All of this is from memory. Look it up before you rely on it.")
PLAIN_STEPS = (*steps.WITH_CARE, steps.QUOTES, *steps.WORK, steps.LETTERS)
ACT_STEPS = (
    steps.PIPELINE, steps.ENGAGEMENT, steps.PLANNED, *steps.WITH_CARE, steps.TENDER, steps.TRANSPARENCY, *steps.WORK,
    steps.SUMMARIES, steps.AWARD,
)  # fmt: skip
LATER = (steps.DETAILS, steps.PERFORMANCE, steps.CHANGE, steps.ENDING, steps.NONE)

RULES = (
    Rules(
        Regime.FULL, OLD, date(2015, 2, 26), OLD_END, False,
        (*steps.WITH_CARE, steps.QUOTES, *steps.WORK, steps.LETTERS, steps.STANDSTILL),
        standstill=Standstill(10, is_of_working_days=False), unsure=FROM_MEMORY,
    ),
    Rules(
        Regime.LIGHT, OLD, date(2015, 2, 26), OLD_END, False, PLAIN_STEPS,
        threshold=Decimal(663_540), unsure=FROM_MEMORY,
    ),
    Rules(
        Regime.BELOW, OLD, date(2015, 2, 26), OLD_END, False, PLAIN_STEPS, unsure=FROM_MEMORY,
    ),
    Rules(
        Regime.FULL, ACT, BEGINNING, None, True, (*ACT_STEPS, steps.STANDSTILL, *LATER),
        threshold=Decimal(207_720), standstill=Standstill(8), kpis_from=Decimal(5_000_000), unsure=NUMBERS,
    ),
    Rules(
        Regime.LIGHT, ACT, BEGINNING, None, True,
        (*ACT_STEPS, steps.DETAILS, steps.CHANGE, steps.ENDING, steps.NONE),
        threshold=Decimal(663_540),
        unsure=_(
            "The numbers of the notices from UK6 on are from memory. So is that criteria may include the views of "
            "those who get the service (section 23 of the Act)."
        ),
    ),
    Rules(
        Regime.HEALTH, _("Provider Selection Regime: statutory instrument 2023/1348, and the guidance of the NHS."),
        date(2024, 1, 1), None, False,
        (
            *steps.WITH_CARE, steps.INTENDED, steps.HEALTH_TENDER, *steps.WORK, steps.INTENTION, steps.STANDSTILL,
            steps.HEALTH_AWARD, steps.DECIDERS,
        ),
        standstill=Standstill(8, routes=(Route.HEALTH_C, Route.SUITABLE, Route.COMPETITION)),
        unsure=_("The names of the notices and the day it began are from memory. It holds in England."),
    ),
    Rules(
        Regime.BELOW, ACT, BEGINNING, None, False, PLAIN_STEPS,
        unsure=_("The steps below the threshold are from memory. Your own rules for buying come first."),
    ),
)  # fmt: skip


def rules_on(regime, day):
    """The Rules of this Regime on this day; None where we hold none."""
    found = [each for each in RULES if each.regime == regime and each.valid_from <= day <= (each.valid_to or day)]
    return found[-1] if found else None


def source_of(rules):
    """Where the rules come from, since when they hold, and what of them nobody has looked up."""
    if rules is None:
        return _now("We hold no rules for the day on which it began. Look them up.")
    since = _now("In force from %(day)s.") % {"day": date_format(rules.valid_from, "j F Y")}
    doubt = str(rules.unsure) if rules.is_confirmed else f"{_now('Not confirmed.')} {rules.unsure}"
    return " ".join(filter(None, [str(rules.source), since, doubt]))
