"""The counts of a cycle as everybody reads them: the newest of each question, beside whom its stages want to hear."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from involvement.models import Target

from ..models.equality import EqualityCount
from .counting import STEP
from .lists import Question, question_of, questions_on

HEADS = ("question", "list", "answer", "number_in_steps_of_five", "counted_in", "count")


@dataclass(frozen=True)
class Figures:
    """One question with its newest count; count is None before the first one."""

    question: Question
    count: EqualityCount | None

    @property
    def rows(self):
        """(answer in words, its number in words) for each answer."""
        return [(words, in_words(shown)) for words, shown in self.count.rows] if self.count else []

    @property
    def counted_in(self):
        """The month in which it was counted: the day would tell who answered last."""
        return date_format(self.count.taken_on, "F Y") if self.count else ""


def in_words(shown):
    """A number as it is shown: 0 stands for nobody or a few."""
    return str(shown) if shown else _("0 to %(most)d") % {"most": STEP - 1}


def figures_of(cycle):
    """The Figures of each question that is asked today or was ever counted here; two queries."""
    newest = EqualityCount.objects.newest(cycle)
    asked = {each.slug: each for each in questions_on(timezone.localdate())}
    for slug, count in newest.items():
        asked[slug] = question_of(slug, count.version) or asked[slug]
    return [Figures(question, newest.get(slug)) for slug, question in asked.items()]


def lines_of(cycle):
    """Every count of the cycle that was ever shown, as rows of plain text below HEADS; two queries."""
    counts = EqualityCount.objects.filter(cycle=cycle).prefetch_related("cells").order_by("question", "number")
    for count in counts:
        words = dict(question_of(count.question, count.version).choices)
        for cell in count.cells.all():
            month = f"{count.taken_on:%Y-%m}"
            yield count.question, count.version, str(words[cell.answer]), cell.shown, month, count.number


def wanted_in(cycle):
    """The Targets of the cycle that still stand, with their stage; one query."""
    rows = list(
        Target.objects.standing().filter(stage__cycle=cycle).select_related("stage").order_by("stage__place", "pk")
    )
    for each in rows:
        each.stage.cycle = cycle
    return rows
