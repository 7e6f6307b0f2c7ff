"""Promises: still to be kept, late, and what came of the others (R78)."""

from django.db.models import Count, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from people.paging import page_of

from ..models import Promise
from .figure import CLOSED, Counted, Figure, Line, Lines, Part

State = Promise.State


def _late_told(number):
    return ngettext("%(number)d promise is late.", "%(number)d promises are late.", number)


FIGURES = (
    Figure("promised", gettext_lazy("Still to be kept"), gettext_lazy("Promises still to be kept")),
    Figure("late", gettext_lazy("Late"), gettext_lazy("Promises that are late"), _late_told),
    Figure("kept", gettext_lazy("Kept"), gettext_lazy("Promises that were kept")),
    Figure("kept-in-part", gettext_lazy("Kept in part"), gettext_lazy("Promises that were kept in part")),
    Figure("broken", gettext_lazy("Not kept"), gettext_lazy("Promises that were not kept")),
)  # fmt: skip


def _those(scope):
    """The condition of each figure, by its key."""
    return {
        "promised": Q(state=State.OPEN),
        "late": Q(state=State.OPEN, due_on__lt=scope.today),
        "kept": Q(state=State.KEPT),
        "kept-in-part": Q(state=State.PARTLY),
        "broken": Q(state=State.BROKEN),
    }


def count(scope):
    """How many promises stand where in each cycle; one query."""
    counted, those = Counted(), _those(scope)
    counts = {f"n{number}": Count("pk", filter=those[key]) for number, key in enumerate(those)}
    rows = Promise.objects.filter(cycle__in=list(scope.by_pk)).order_by().values_list("cycle_id")
    for pk, *numbers in rows.annotate(**counts):
        for key, number in zip(those, numbers, strict=True):
            counted.add(key, pk, number)
    return counted


def lines(scope, key, after, group=None):
    """The promises that a figure counts, the oldest first; two queries."""
    rows = page_of(Promise.objects.filter(_those(scope)[key], cycle__in=list(scope.by_pk)), after)
    keys = [row.pk for row in rows]
    open_ones = set(Promise.objects.filter(pk__in=keys).visible_to(scope.reader).values_list("pk", flat=True))
    return Lines([_line(scope, row, row.pk in open_ones) for row in rows], rows.more, rows.is_first)


def _line(scope, promise, is_open):
    promise.stage = stage = scope.stages[promise.stage_id]
    promise.cycle = stage.cycle
    words, url = (str(promise), promise.get_absolute_url()) if is_open else (str(CLOSED), "")
    note = _("For %(day)s.") % {"day": date_format(promise.due_on, "j F Y")}
    return Line(words, url, stage, note)


PART = Part(gettext_lazy("Promises"), FIGURES, count, lines)
