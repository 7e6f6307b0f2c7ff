"""What has to be looked at because its day has come, and stages that ended for a reason that was published."""

from datetime import timedelta

from django.db.models import CharField, Count, F, Value
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cycle.models import RECORDS, Round
from cycle.waits import AHEAD
from people.paging import page_of

from .figure import CLOSED, Counted, Figure, Line, Lines, Part, part_of

LONGEST = 160  # so many characters of a reason stand in a list
WAITING = [model for model in RECORDS if model.WAITS]


def _review_told(number):
    return ngettext(
        "%(number)d thing is withheld, and its day to look again has come.",
        "%(number)d things are withheld, and their day to look again has come.",
        number,
    )


def _came_told(number):
    return ngettext(
        "%(number)d thing had to be done by a day that has come.",
        "%(number)d things had to be done by a day that has come.",
        number,
    )


FIGURES = (
    Figure("to-review", gettext_lazy("Withheld, to look at again"),
           gettext_lazy("What is withheld, and has to be looked at again"), _review_told),
    Figure("day-came", gettext_lazy("Other days that came"),
           gettext_lazy("What had to be done by a day that has come"), _came_told, is_for_officers=True),
    Figure("ended", gettext_lazy("Stages ended for a reason"),
           gettext_lazy("Stages that ended for a published reason")),
)  # fmt: skip


def _withheld(model, scope):
    return model.objects.to_review(scope.open_ones, scope.today).annotate(day=F("review_on"))


def _came(model, scope):
    rows = model.WAITS.due(model.objects.filter(stage__cycle__in=scope.run), scope.today - timedelta(days=AHEAD))
    return rows.annotate(day=F(model.WAITS.day))


SOURCES = {"to-review": (RECORDS, _withheld), "day-came": (WAITING, _came)}


def _union(scope, key, ask):
    """One query over all sorts of records. ask: what to ask for each."""
    models, rows_of = SOURCES[key]
    first, *others = (
        ask(rows_of(model, scope).order_by().annotate(room=Value(model.SLUG, output_field=CharField())))
        for model in models
    )
    return first.union(*others, all=True)


def _ended(scope):
    rounds = Round.objects.filter(stage__cycle__in=list(scope.by_pk), finished_at__isnull=False)
    return rounds.exclude(finished_because="")


def count(scope):
    """How many of each there are in each cycle; three queries."""
    counted = Counted()
    for key in SOURCES if scope.run else ("to-review",):
        rows = _union(scope, key, lambda rows: rows.values_list("room", "stage__cycle_id").annotate(Count("pk")))
        for _room, pk, number in rows.order_by():
            counted.add(key, pk, number)
    for pk, number in _ended(scope).order_by().values_list("stage__cycle_id").annotate(Count("pk")):
        counted.add("ended", pk, number)
    return counted


def lines(scope, key, after, group=None):
    """What a figure counts, the first day first; one query."""
    if key == "ended":
        shown = page_of(_ended(scope), after)
        return Lines([_ended_line(scope, each) for each in shown], shown.more, shown.is_first)
    if key == "day-came" and not scope.run:
        return Lines([])
    rows = _union(scope, key, lambda rows: rows.values_list("day", "room", "pk", "title", "stage_id"))
    return part_of(rows.order_by("day", "room", "pk"), after, lambda row: _record_line(scope, *row))


def _record_line(scope, day, room, pk, title, stage_id):
    """A withheld record is named to those with a seat; others are led to where it says why it is withheld."""
    stage = scope.stages[stage_id]
    url = reverse("record", args=[stage.cycle.slug, stage.kind_slug, room, pk])
    if not stage.cycle.standing_of(scope.reader).sees_withheld:
        title, url = str(CLOSED), reverse("information_line", args=[stage.cycle.slug])
    return Line(title, url, stage, _("Its day was %(day)s.") % {"day": date_format(day, "j F Y")})


def _ended_line(scope, round):
    stage = scope.stages[round.stage_id]
    told = {"number": round.number, "day": date_format(round.finished_at, "j F Y")}
    url = reverse("stage_report", args=[stage.cycle.slug, stage.kind_slug])
    words = Truncator(round.finished_because).chars(LONGEST)
    return Line(words, url, stage, _("Round %(number)d, ended on %(day)s.") % told)


PART = Part(gettext_lazy("Days that have come, and what was left open"), FIGURES, count, lines)
