"""How much was said and what came of it, in numbers for everybody: over all contributions, the closed ones too.

They are counted once for each head of the cycle's ledger: few queries at any size.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, F, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .at_head import at_head
from .models import Answer, Contribution


@dataclass
class Figures:
    """What was said in a stage or a cycle, counted. in_time: whose first answer came on or before its day.

    parties: by participant id; channels, sorts: by their values.
    """

    answered: int = 0
    waiting: int = 0
    in_time: int = 0
    changed: int = 0
    parties: Counter = field(default_factory=Counter)
    channels: Counter = field(default_factory=Counter)
    sorts: Counter = field(default_factory=Counter)

    @property
    def said(self):
        return self.answered + self.waiting

    def add(self, other):
        """Count these others with one's own."""
        for name in ("answered", "waiting", "in_time", "changed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("parties", "channels", "sorts"):
            getattr(self, name).update(getattr(other, name))

    @property
    def in_words(self):
        """ "34 of 40 answered, 30 in time, 9 changed something"; empty before anything was said."""
        if not self.said:
            return ""
        told = [
            _("%(answered)d of %(said)d answered") % {"answered": self.answered, "said": self.said},
            _("%(count)d in time") % {"count": self.in_time},
            ngettext("%(count)d changed something", "%(count)d changed something", self.changed)
            % {"count": self.changed},
        ]
        return ", ".join(told)


def figures_of(cycle):
    """The Figures of each stage of the cycle in which something was said, as a dict by the stage's id."""
    return at_head(cycle, "figures", lambda: _count(cycle))


def figures_in(cycle):
    """The Figures of the whole cycle."""
    whole = Figures()
    for each in figures_of(cycle).values():
        whole.add(each)
    return whole


def figures_at(stage):
    """The Figures of one stage."""
    return figures_of(stage.cycle).get(stage.pk) or Figures()


def _count(cycle):
    """Count all of a cycle anew; three queries."""
    of_cycle, found = Contribution.objects.in_cycle(cycle), {}
    for name, rows in (("answered", of_cycle.answered()), ("waiting", of_cycle.unanswered())):
        groups = rows.order_by().values_list("stage_id", "participant_id", "channel", "sort").annotate(Count("pk"))
        for stage, party, channel, sort, number in groups:
            figures = found.setdefault(stage, Figures())
            setattr(figures, name, getattr(figures, name) + number)
            for counter, key in ((figures.parties, party), (figures.channels, channel), (figures.sorts, sort)):
                counter[key] += number
    for stage, in_time, changed in _answers(of_cycle):
        if figures := found.get(stage):
            figures.in_time, figures.changed = in_time, changed
    return found


def _answers(contributions):
    """(stage, how many first answers came in time, how much changed something)."""
    in_time = Q(number=1, day__lte=F("due_on"))
    return (
        Answer.objects.filter(contribution__in=contributions)
        .annotate(day=TruncDate("at"))
        .order_by()
        .values_list("contribution__stage_id")
        .annotate(
            in_time=Count("pk", filter=in_time),
            changed=Count("contribution", filter=Q(outcome=Answer.Outcome.CHANGED), distinct=True),
        )
    )
