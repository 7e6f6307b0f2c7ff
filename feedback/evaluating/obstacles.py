"""What got in the way of taking part in a cycle, for those who look back: barriers, who left, what lapsed (R24)."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.glance import Glance, Remark
from involvement.barred import counts_of
from involvement.models import Withdrawal

from ..models import Explanation


def obstacles_of(cycle):
    """The Glance of it, alike for every reader: the words stay on their own pages. None for nothing; three queries."""
    table = counts_of(cycle)
    remarks = [*_leavings(cycle), *_lapses(cycle)]
    parts = [table] if table else []
    return Glance(_("What got in the way of taking part"), [*parts, *remarks]) if parts or remarks else None


def _leavings(cycle):
    """How many paused and left, in sentences that lead to why."""
    sorts = list(Withdrawal.objects.in_cycle(cycle).values_list("sort", flat=True))
    url = reverse("leavings", args=[cycle.slug])
    paused, left = (sorts.count(sort) for sort in ("pause", "leave"))
    if paused:
        words = ngettext("%(number)d time somebody took a pause.", "%(number)d times somebody took a pause.", paused)
        yield Remark(words % {"number": paused}, url=url)
    if left:
        words = ngettext("%(number)d time somebody left.", "%(number)d times somebody left.", left)
        yield Remark(words % {"number": left}, "changed", url)


def _lapses(cycle):
    """How many lapses of agreements were explained."""
    number = Explanation.objects.filter(stage__cycle=cycle).values("stage", "round_number", "sort", "since").distinct()
    if count := number.count():
        words = ngettext(
            "An agreement lapsed %(number)d time, and it was explained.",
            "Agreements lapsed %(number)d times, and it was explained.",
            count,
        )
        yield Remark(words % {"number": count})
