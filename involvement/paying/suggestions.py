"""What others pay for taking part: dated, each with its source, to begin from and never to rely on (R76).

Every authority sets its own rates. Whatever nobody has read on the body's own page is marked as not confirmed.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Suggestion:
    """What one body pays. amounts: (what for, pounds) pairs. valid_to: None while nothing is known to replace it.

    is_confirmed: whether somebody has read it on the body's own page. unsure: what of it is not, as a sentence.
    """

    body: str
    amounts: tuple[tuple[str | Promise, Decimal | None], ...]
    source: str | Promise
    valid_from: date
    valid_to: date | None = None
    is_confirmed: bool = False
    unsure: str | Promise = ""


SUGGESTIONS = (
    Suggestion(
        "NICE",
        (
            (_("Meeting of up to 4 hours, somebody who uses services"), Decimal(75)),
            (_("Meeting of more than 4 hours, somebody who uses services"), Decimal(150)),
            (_("Meeting of up to 4 hours, for those who decide"), Decimal(150)),
            (_("Meeting of more than 4 hours, for those who decide"), Decimal(300)),
            (_("Reading one paper and saying what one thinks"), Decimal(25)),
        ),
        _("A copy of the NICE page on payment. Older rates are on nice.org.uk."),
        date(2024, 4, 1),
        unsure=_("We read a copy, and not the page itself. The day from which it holds is a guess."),
    ),
    Suggestion(
        "NIHR",
        (
            (_("Smallest amount"), Decimal("13.80")),
            (_("One hour"), Decimal("27.50")),
            (_("Half a day"), Decimal("82.50")),
            (_("One day"), Decimal(165)),
            (_("Largest amount"), Decimal(495)),
        ),
        _("News that NIHR pays 10% more from 16 December 2025, from £13.80 to £495."),
        date(2025, 12, 16),
        unsure=_("The amounts for an hour, half a day and a day are worked out from it. Nobody has seen the table."),
    ),
    Suggestion(
        "NHS England",
        ((_("Members with a set role: a fee, through the pay office"), None), (_("Others: costs only"), None)),
        _("Guidance of NHS England for partners from patients and the public."),
        date(2022, 1, 1),
        unsure=_("This is from memory."),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Limit:
    """An amount a week that one benefit rule spoke of. We never reckon with it; it is for an adviser to look up."""

    about: str | Promise
    amount: Decimal
    source: str
    valid_from: date
    valid_to: date


# For 2025/26; what holds after that has not been looked up, and nothing stands here for it.
LIMITS = (
    Limit(_("Permitted work, a week"), Decimal("195.50"), "scie.org.uk, judyscottconsult.com",
          date(2025, 4, 7), date(2026, 4, 5)),
    Limit(_("Carer’s Allowance, a week"), Decimal(196), "ferret.co.uk", date(2025, 4, 7), date(2026, 4, 5)),
)  # fmt: skip


def suggestions_on(day):
    """The Suggestions that hold on this day as far as we know."""
    return [each for each in SUGGESTIONS if each.valid_from <= day <= (each.valid_to or day)]
