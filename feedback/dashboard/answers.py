"""What people said that is owed an answer, what of it is overdue, and answers that are none to those who got them."""

from django.db.models import Count, Exists, Min, OuterRef, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from people.paging import page_of

from ..models import Answer, Contribution
from .figure import CLOSED, Counted, Figure, Line, Lines, Part

State = Contribution.State
LEFT = (State.WITHDRAWN, State.KEPT_OUT)


def _overdue_told(number):
    return ngettext("%(number)d answer is overdue.", "%(number)d answers are overdue.", number)


def _disputed_told(number):
    return ngettext(
        "%(number)d answer is none to the one who got it.", "%(number)d answers are none to those who got them.", number
    )


FIGURES = (
    Figure("waiting", gettext_lazy("Wait for an answer"), gettext_lazy("What people said that waits for an answer")),
    Figure("overdue", gettext_lazy("Overdue"), gettext_lazy("Answers that are overdue"), _overdue_told),
    Figure("disputed", gettext_lazy("Said to be no answer"),
           gettext_lazy("Answers that are none to those who got them"), _disputed_told),
)  # fmt: skip


def _disputed(cycles):
    """The last answers in these cycles of which the giver says that they are none, to what still stands."""
    later = Answer.objects.filter(contribution=OuterRef("contribution"), number__gt=OuterRef("number"))
    given = Answer.objects.filter(contribution__cycle__in=cycles, verdict=Answer.Verdict.DOES_NOT)
    return given.filter(~Exists(later)).exclude(contribution__state__in=LEFT)


def count(scope):
    """How many wait, are overdue, are disputed in each cycle; two queries."""
    counted, cycles = Counted(), list(scope.by_pk)
    late = Q(due_on__lt=scope.today)
    rows = Contribution.objects.filter(cycle__in=cycles).owed().order_by().values_list("cycle_id")
    firsts = []
    for pk, waiting, overdue, first in rows.annotate(
        Count("pk"), late=Count("pk", filter=late), first=Min("due_on", filter=late)
    ):
        counted.add("waiting", pk, waiting)
        counted.add("overdue", pk, overdue)
        if first:
            firsts.append(first)
            counted.notes["overdue"][pk] = _oldest(scope, first)
    if firsts:
        counted.notes["overdue"][None] = _oldest(scope, min(firsts))
    for pk, number in _disputed(cycles).order_by().values_list("contribution__cycle_id").annotate(Count("pk")):
        counted.add("disputed", pk, number)
    return counted


def _oldest(scope, first):
    days = (scope.today - first).days
    return ngettext("the oldest by %(days)d day", "the oldest by %(days)d days", days) % {"days": days}


def lines(scope, key, after, group=None):
    """The contributions that a figure counts, in the order in which they were said; two queries."""
    cycles = list(scope.by_pk)
    if key == "disputed":
        rows = Contribution.objects.filter(pk__in=_disputed(cycles).values("contribution_id"))
    else:
        rows = Contribution.objects.filter(cycle__in=cycles).owed()
        rows = rows.overdue(scope.today) if key == "overdue" else rows
    shown = page_of(rows, after)
    keys = [row.pk for row in shown]
    open_ones = set(Contribution.objects.filter(pk__in=keys).visible_to(scope.reader).values_list("pk", flat=True))
    return Lines([_line(scope, row, key, row.pk in open_ones) for row in shown], shown.more, shown.is_first)


def _line(scope, row, key, is_open):
    row.stage = stage = scope.stages[row.stage_id]
    row.cycle = stage.cycle
    words, url = (row.excerpt, row.get_absolute_url()) if is_open else (str(CLOSED), "")
    note = "" if key == "disputed" else _day(scope, row)
    return Line(words, url, stage, note)


def _day(scope, row):
    words = _("Its day was %(day)s.") if row.due_on < scope.today else _("An answer is due by %(day)s.")
    return words % {"day": date_format(row.due_on, "j F Y")}


PART = Part(gettext_lazy("What people said, and answers"), FIGURES, count, lines)
