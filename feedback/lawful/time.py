"""The third test: people had time to think and to answer; how long it was, and what days fell into it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cycle.glance import Remark, Table, cell, link, row

from .asked import day, nothing


@dataclass(frozen=True)
class Holiday:
    """A day of each year on which few people are at work. valid_to: None while it is one."""

    month: int
    day: int
    name: str | Promise
    valid_from: date
    valid_to: date | None


# From memory, for England and Wales; those that move with Easter or with weekdays are not among them.
HOLIDAYS = (
    Holiday(12, 25, gettext_lazy("Christmas Day"), date(1900, 1, 1), None),
    Holiday(12, 26, gettext_lazy("Boxing Day"), date(1900, 1, 1), None),
    Holiday(1, 1, gettext_lazy("New Year’s Day"), date(1974, 1, 1), None),
)


def holidays_between(first, last):
    """The Holidays from the first day to the last, each as often as it comes."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [each for on in days for each in HOLIDAYS if is_on(each, on)]


def is_on(holiday, on):
    """Whether a day is this Holiday, and was one then."""
    is_valid = holiday.valid_from <= on and (holiday.valid_to is None or on <= holiday.valid_to)
    return is_valid and (on.month, on.day) == (holiday.month, holiday.day)


def gathered(decisions, asked):
    """(parts, missing sentences): for each stage the days on which people spoke, the rounds, the holidays in them."""
    note = Remark(_("No law says how many days it takes. Twelve weeks is a custom, and no rule."))
    limits = Remark(_("We know only the holidays that come on the same day each year. Look at the others yourself."))
    spoken = [each for each in asked if each.is_asked and each.first]
    if not spoken:
        return [*nothing(_("Nobody has said anything yet.")), note], [_("No days are known on which people spoke.")]
    heads = [_("Stage"), _("First and last thing said"), _("Days"), _("Holidays in them"), _("Rounds"), _("Meetings")]
    table = Table(_("The days that there were"), heads, [_row(each) for each in spoken])
    rests_on = {pk for each in decisions.rows for pk in decisions.stages_of(each.decision)}
    return [note, table, limits], list(_missing(asked, rests_on))


def _row(each):
    number = (each.last - each.first).days + 1
    names = [str(holiday.name) for holiday in holidays_between(each.first, each.last)]
    return row(
        link(each.stage), f"{day(each.first)} – {day(each.last)}", number,
        ", ".join(dict.fromkeys(names)) or _("None that we know of"),
        cell([_round(entry) for entry in each.rounds]), each.meetings,
    )  # fmt: skip


def _round(entry):
    """When a round was opened and when it was finished, as the ledger has it."""
    opened, finished = (
        day(timezone.localdate(at)) if at else _("not yet") for at in (entry.opened_at, entry.finished_at)
    )
    said = {"number": entry.number, "opened": opened, "finished": finished}
    return _("Round %(number)d: opened %(opened)s, finished %(finished)s") % said


def _missing(asked, rests_on):
    """Stages in which nobody spoke; holidays in those on which a decision rests (keys)."""
    for each in asked:
        if any(entry.opened_at for entry in each.rounds) and not each.is_asked:
            yield _("%(stage)s was opened, and nobody said anything in it.") % {"stage": each.stage}
        elif each.stage.pk in rests_on and each.first and (count := len(holidays_between(each.first, each.last))):
            words = ngettext(
                "%(stage)s: %(number)d holiday fell into the days on which people were asked.",
                "%(stage)s: %(number)d holidays fell into the days on which people were asked.", count,
            )  # fmt: skip
            yield words % {"stage": each.stage, "number": count}
