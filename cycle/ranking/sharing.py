"""Sharing out points: each ballot has the same number of them, and need not use all (R45).

The method is known as cumulative voting, and as dot voting where the points are stickers on a wall.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.refusal import Refused

from .ballot import distinct, spoken
from .result import Result, Row, placed

BUDGET = 10
NOT_POINTS = _("Points are whole numbers, and none is below 0.")


@dataclass(frozen=True)
class PointsRow(Row):
    """One item with the sum of its points; `said` counts the ballots that gave it at least one."""

    @property
    def mean(self) -> Fraction | None:
        """The points for it on average among the ballots that gave it any; None when none did."""
        return self.score / self.said if self.said else None


@dataclass(frozen=True)
class Sharing(Result):
    """What came of ballots that shared out points; the score is their sum. budget: how many each ballot had."""

    name = _("Sharing out points")
    explanation = _(
        "Each person has the same number of points. They give more of them to what matters more to them. We add up the "
        "points for each thing."
    )

    budget: int


def points(
    items: Iterable[Hashable], ballots: Iterable[Mapping[Hashable, int | None]], budget: int = BUDGET
) -> Sharing:
    """Add up the points that ballots shared out among the items (R45).

    ballots: each gives items whole numbers of points, at most `budget` in all; what it does not use is lost. One that
    gives no points at all is an abstention: it counts as given. An item without points has the score 0 and a place,
    since a ballot that gives its points to others says so; only when all abstain are there no scores and no places.
    Raises Refused for more points than there are, points that are no whole number from 0, or an item that was not
    asked about, and ValueError for an item that is there twice.
    """
    items = distinct(items)
    ballots = [_given(spoken(ballot, items), budget) for ballot in ballots]
    voices = [ballot for ballot in ballots if ballot]
    total, said = Counter(), Counter()
    for ballot in voices:
        total.update(ballot)
        said.update(ballot.keys())
    scores = {item: Fraction(total[item]) if voices else None for item in items}
    rows = tuple(PointsRow(*standing, said[standing[0]]) for standing in placed(scores))
    return Sharing(rows, len(ballots), len(ballots) - len(voices), budget)


def _given(ballot, budget):
    """The items that get any points in this ballot, and how many."""
    if not all(isinstance(given, int) and given >= 0 for given in ballot.values()):
        raise Refused(NOT_POINTS)
    used = sum(ballot.values())
    if used > budget:
        sentence = ngettext(
            "You have %(budget)s point to give, and this is %(used)s.",
            "You have %(budget)s points to give, and this is %(used)s.",
            budget,
        )
        raise Refused(sentence % {"budget": budget, "used": used})
    return {item: given for item, given in ballot.items() if given}
