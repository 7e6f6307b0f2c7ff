"""How long a declaration of interests holds before it is asked for again: dated, with its source (R73)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Renewal:
    """After how many months it is asked for again. valid_to is None while nothing has replaced it."""

    months: int
    source: str | Promise
    valid_from: date
    valid_to: date | None


OURS = _("A year is our own choice. We know of no law that sets it, and your rules may differ.")
RENEWALS = (Renewal(12, OURS, date(2020, 1, 1), None),)


def renewal_on(day):
    """The Renewal that holds on this day; None when we know of none."""
    held = [each for each in RENEWALS if each.valid_from <= day and (each.valid_to is None or day <= each.valid_to)]
    return held[-1] if held else None


def due_after(day):
    """The day on which something that was declared on `day` is asked for again; None when no rule holds."""
    if (rule := renewal_on(day)) is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + rule.months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
