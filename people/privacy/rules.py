"""How long each class is kept: dated, with their source. A body that runs this site has to confirm them (promise 33).

What they do is done by feedback/privacy/retaining.py. The days are what is usual in this country; none of them is a
law that we have read, and each body has a schedule of its own. To change one, give the rule a last day and add another.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..personal import Class


@dataclass(frozen=True)
class Rule:
    """How long one class is kept.

    days: after `since`, or None where it stays with the record. since: "made" (the row's own day) or "left" (the day
    on which its person had no place any more). how_long: the same for people. source: where it comes from. confirmed:
    whether somebody whose task that is has agreed to it. valid_from, valid_to: the days between which it holds.
    """

    sort: Class
    days: int | None
    since: str
    how_long: str | Promise
    source: str
    confirmed: bool = False
    valid_from: date = date(2026, 11, 1)
    valid_to: date | None = None


USUAL = "Usual for membership and panel profiles: twelve months after leaving. From memory; confirm it."
ACCOUNTS = "Usual for accounts in this country: six years and the one that runs. From memory; confirm it."
OURS = "Our own choice: no longer than it is of use. Confirm it."
RECORD = "It is part of the public record of a decision. Confirm it with the records schedule of the body."
WITH_RECORD = _("As long as the record. In the end under a number, and not under your name.")
WITH_CODE = _("For 90 days after it was made. You stay signed in for two weeks at most.")
RULES = (
    Rule(Class.REACH, 365, "left", _("Until a year after you have left all groups and cycles."), USUAL),
    Rule(Class.PART, None, "made", WITH_RECORD, RECORD),
    Rule(Class.NAMED, None, "made", WITH_RECORD, RECORD),
    Rule(Class.SAID, None, "made", _("As long as the record. You can have your words taken away before."), RECORD),
    Rule(Class.PRIVATE, 365, "made", _("For a year after you last changed it."), OURS),
    Rule(Class.NEED, 365, "left", _("Until a year after you have left, or until you take it out."), USUAL),
    Rule(Class.LOAD, 365, "left", _("Until a year after you have left, or until you take it out."), USUAL),
    Rule(Class.MONEY, 7 * 365 + 2, "made", _("For seven years, because money has to be accounted for."), ACCOUNTS),
    Rule(Class.EQUALITY, 365, "made", _("For a year."), OURS),
    Rule(Class.SIGN_IN, 90, "made", WITH_CODE, OURS),
    Rule(Class.SENT, 90, "made", _("Letters for 90 days. How far you have read, until you are forgotten."), OURS),
)  # fmt: skip
OWN_FILE_DAYS = 7  # a file of all that is kept about somebody; it can be made anew at any time


def rule_on(sort, day):
    """The Rule of this class that holds on this day; the newest where several do."""
    held = [each for each in RULES if each.sort == sort and each.valid_from <= day <= (each.valid_to or day)]
    return held[-1] if held else None
