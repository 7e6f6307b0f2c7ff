"""The criteria that one may begin with: dated, with their source, and changed here as people wish (R45)."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Factor:
    """One criterion to begin with. sort: a value of Criterion.Sort; summary: what it asks; how_judged: low and high."""

    sort: str
    title: str | Promise
    summary: str | Promise
    how_judged: str | Promise


@dataclass(frozen=True)
class Start:
    """Criteria of equal weight, where they come from, and between which days that source is the one to go by.

    valid_from, valid_to: dates; `valid_to` is None while nobody has put anything in its place here.
    """

    source: str | Promise
    valid_from: date
    valid_to: date | None
    factors: tuple[Factor, ...]

    @property
    def weight(self):
        """The weight of each, out of 100."""
        return 100 // len(self.factors)


# From memory of editions before 2026; the date is that of the edition which named these five.
GREEN_BOOK = Start(
    source=_(
        "A start from the Green Book of the Treasury (its five success factors, edition of March 2018, from memory). "
        "An edition of 2026 is out. We have not seen what it says. Change these as you like."
    ),
    valid_from=date(2018, 3, 1),
    valid_to=None,
    factors=(
        Factor(
            "fit", _("Does it do what we set out to do?"),
            _("Whether the option meets the needs and the aims that were agreed."),
            _("0: it misses what was agreed. 10: it does all of it."),
        ),
        Factor(
            "value", _("Is it worth its money?"),
            _("Whether what people get out of it is worth what it costs all of us."),
            _("0: much money for little good. 10: much good for the money."),
        ),
        Factor(
            "supplier", _("Is there somebody who can do it?"),
            _("Whether there are people or firms who can do the work, and want to."),
            _("0: nobody is known who could do it. 10: several could, and want to."),
        ),
        Factor(
            "affordable", _("Is the money there?"),
            _("Whether the budget pays for it, this year and in the years after."),
            _("0: the money is not there. 10: it is there for years."),
        ),
        Factor(
            "achievable", _("Can it be done?"),
            _("Whether we can really make it happen, with the people and the time that we have."),
            _("0: it can hardly be done. 10: we could begin tomorrow."),
        ),
    ),
)  # fmt: skip


def start_on(day):
    """The Start to go by on this day, or None."""
    return next((each for each in (GREEN_BOOK,) if each.valid_from <= day <= (each.valid_to or day)), None)
