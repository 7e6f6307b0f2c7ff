"""What stands in the way: barriers, who left or paused, lapsed agreements with no explanation (R24, R80, R81)."""

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from involvement.models import Barrier, Withdrawal
from involvement.status import statuses_of
from people.paging import page_of

from ..lapses import lapses_of
from .figure import CLOSED, Counted, Figure, Line, Lines, Part, part_of


def _barred_told(number):
    return ngettext(
        "%(number)d thing gets in the way of taking part.", "%(number)d things get in the way of taking part.", number
    )


def _lapsed_told(number):
    return ngettext(
        "%(number)d agreement lapsed, and nobody has explained why.",
        "%(number)d agreements lapsed, and nobody has explained why.",
        number,
    )


FIGURES = (
    Figure("barriers", gettext_lazy("Gets in the way"), gettext_lazy("What gets in the way of taking part"),
           _barred_told),
    Figure("paused", gettext_lazy("On a pause"), gettext_lazy("Who is on a pause")),
    Figure("left", gettext_lazy("Left"), gettext_lazy("Who has left")),
    Figure("unexplained", gettext_lazy("Lapsed, not explained"),
           gettext_lazy("Agreements that lapsed, and nobody has explained why"), _lapsed_told),
)  # fmt: skip


def _rows(scope, key):
    """The rows that a figure counts, as a queryset."""
    cycles = list(scope.by_pk)
    if key == "barriers":
        return Barrier.objects.filter(cycle__in=cycles).not_gone()
    found = Withdrawal.objects.filter(cycle__in=cycles)
    return found.pauses_now() if key == "paused" else found.filter(sort=Withdrawal.Sort.LEAVE)


def _unexplained(scope):
    """The Lapses of the open cycles that nobody has explained; twelve queries at any number."""
    begun = [each for each in scope.stages.values() if each.round_number and not each.cycle.is_closed]
    known = statuses_of(begun)
    return [lapse for lapse in lapses_of({stage: known[stage.pk] for stage in begun}) if not lapse.is_explained]


def count(scope):
    """How many of each there are in each cycle."""
    counted = Counted()
    for key in ("barriers", "paused", "left"):
        rows = _rows(scope, key).order_by().values_list("cycle_id").annotate(Count("pk"))
        for pk, number in rows:
            counted.add(key, pk, number)
    for lapse in _unexplained(scope):
        counted.add("unexplained", lapse.stage.cycle_id)
    return counted


def lines(scope, key, after, group=None):
    """What a figure counts; what is not open to the reader is there without its words."""
    if key == "unexplained":
        return part_of(_unexplained(scope), after, _lapse_line)
    shown = page_of(_rows(scope, key).for_list(), after, newest_first=True)
    if key == "barriers":
        own = _rows(scope, key).filter(pk__in=[each.pk for each in shown])
        readable = set(own.visible_to(scope.reader).values_list("pk", flat=True))
        found = [_barrier_line(scope, each, each.pk in readable) for each in shown]
    else:
        found = [_leaving_line(scope, each) for each in shown]
    return Lines(found, shown.more, shown.is_first)


def _stage_of(scope, row):
    return scope.stages[row.stage_id] if row.stage_id else None


def _barrier_line(scope, barrier, is_open):
    barrier.cycle = scope.by_pk[barrier.cycle_id]
    words, url = (str(barrier), barrier.get_absolute_url()) if is_open else (str(CLOSED), "")
    return Line(words, url, _stage_of(scope, barrier), f"{barrier.get_state_display()}.", barrier.cycle)


def _leaving_line(scope, made):
    made.cycle = scope.by_pk[made.cycle_id]
    note = _("Since %(day)s.") % {"day": date_format(made.given_at, "j F Y")}
    return Line(str(made), made.get_absolute_url(), _stage_of(scope, made), note, made.cycle)


def _lapse_line(lapse):
    return Line(lapse.in_words, lapse.stage.get_absolute_url(), lapse.stage, lapse.missing)


PART = Part(gettext_lazy("What stands in the way of taking part"), FIGURES, count, lines)
