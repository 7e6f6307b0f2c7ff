"""How long notice of a decision has to be, and how long it can be called in: dated, with their source (R47).

Every body may set rules of its own. These are what we know of, and a page that uses them says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...due import add_working_days


@dataclass(frozen=True)
class Rule:
    """A number of days that is usual for one purpose.

    purpose: "notice", "papers" or "call-in". days: clear ones, or working days for a call-in. source: where it comes
    from. valid_from, valid_to: the dates between which it holds, the last one None while nothing has replaced it.
    """

    purpose: str
    days: int
    source: str | Promise
    valid_from: date
    valid_to: date | None


SEEN = gettext_lazy(
    "We read this on the pages of three English councils. We have not checked it, and your own rules may differ."
)
# The days are from memory: the regulations for England of 2012 (28 and 5 clear days), the Act of 2000 (call-in).
RULES = (
    Rule("notice", 28, SEEN, date(2012, 9, 10), None),
    Rule("papers", 5, SEEN, date(2012, 9, 10), None),
    Rule("call-in", 5, SEEN, date(2000, 7, 28), None),
)


def rule_on(purpose, day):
    """The Rule for this purpose that holds on this day; None when we know of none."""
    held = [each for each in RULES if each.purpose == purpose and each.valid_from <= day]
    return next((each for each in reversed(held) if each.valid_to is None or day <= each.valid_to), None)


def clear_days(first, last):
    """How many whole days lie between two dates, neither of which counts."""
    return max((last - first).days - 1, 0)


def clear_working_days(first, last):
    """The same without Saturdays and Sundays."""
    days = (first + timedelta(days=number) for number in range(1, (last - first).days))
    return sum(day.weekday() < 5 for day in days)


def last_day_for_call_in(decision):
    """The last day on which a decision can be called in, as the body set it or as we count; None when it cannot be."""
    if decision.can_be_called_in != "yes" or not decision.is_taken:
        return None
    if decision.call_in_until:
        return decision.call_in_until
    rule = rule_on("call-in", decision.taken_on)
    return add_working_days(decision.told_on or decision.taken_on, rule.days) if rule else None


def sentences(decision):
    """(sentence, mark) for the notice, the papers and the call-in of a decision; "changed" marks what is missing."""
    found = [each for each in (_notice(decision), _papers(decision), _call_in(decision)) if each]
    source = rule_on("notice", decision.day) if decision.day and found else None
    return [*found, (str(source.source), "")] if source else found


def _notice(decision):
    if decision.is_key != "yes":
        return None
    if not decision.notice_on:
        return _("It is a key decision. Nobody has written down when notice of it was given."), "changed"
    return _long_enough(decision, "notice", decision.notice_on, clear_days, _notice_words)


def _papers(decision):
    if not decision.papers_on:
        return None
    return _long_enough(decision, "papers", decision.papers_on, clear_working_days, _papers_words)


def _notice_words(number):
    return ngettext(
        "Notice was given on %(day)s. That is %(number)d clear day before.",
        "Notice was given on %(day)s. That is %(number)d clear days before.", number,
    )  # fmt: skip


def _papers_words(number):
    return ngettext(
        "The papers came out on %(day)s. That is %(number)d clear day before, without weekends.",
        "The papers came out on %(day)s. That is %(number)d clear days before, without weekends.", number,
    )  # fmt: skip


def _long_enough(decision, purpose, given, count, words):
    """How many clear days there were, and whether they are as many as the rule asks for."""
    rule = rule_on(purpose, decision.day) if decision.day else None
    if rule is None:
        return None
    number = count(given, decision.day)
    said = words(number) % {"day": date_format(given, "j F Y"), "number": number}
    is_enough = number >= rule.days
    asked = _("%(days)d are asked for, so it was long enough.") if is_enough else _("%(days)d are asked for.")
    return f"{said} {asked % {'days': rule.days}}", "" if is_enough else "changed"


def _call_in(decision):
    day = last_day_for_call_in(decision)
    if not day:
        return None
    said = {"day": date_format(day, "j F Y")}
    if decision.call_in_until:
        return _("The last day for calling it in is %(day)s. The body has set that day.") % said, ""
    return _("The last day for calling it in is %(day)s, as we count it: five working days.") % said, ""
