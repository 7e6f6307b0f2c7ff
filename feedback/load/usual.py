"""How long a thing that is asked usually takes: dated, with its source, for where nobody wrote down a time (R72)."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

MEETING, SIGN, RANK, JUDGE, BIDS = "meeting", "sign", "rank", "judge", "bids"


@dataclass(frozen=True)
class Usual:
    """Minutes for each sort of thing, from a day until a day (None while they hold), and where they come from."""

    minutes: dict[str, int]
    source: str | Promise
    valid_from: date
    valid_to: date | None = None


ALL = (
    Usual(
        {MEETING: 120, SIGN: 30, RANK: 15, JUDGE: 10, BIDS: 120},
        _("Our own guess. Nobody has measured it yet."),
        date(2020, 1, 1),
    ),
)


def usual_on(day):
    """The Usual that holds on this day."""
    return next(each for each in ALL if each.valid_from <= day and (each.valid_to is None or day <= each.valid_to))


def half_hours(minutes):
    """Minutes as hours, rounded up to the half; a whole number where it is one."""
    halves = -(-minutes // 30)
    return halves / 2 if halves % 2 else halves // 2


def in_time(minutes):
    """Minutes in words, as hours from an hour on: "45 minutes", "2.5 hours"."""
    if minutes < 60:
        return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}
    hours = half_hours(minutes)
    return ngettext("%(number)s hour", "%(number)s hours", 1 if hours == 1 else 2) % {"number": hours}
