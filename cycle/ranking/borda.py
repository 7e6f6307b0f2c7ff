"""Putting in order: the Borda count, with average points for what shares a place (R45).

The count is Jean-Charles de Borda's (1781). Ties get the average of what their places are worth, like the mid-ranks in
Maurice Kendall's Rank Correlation Methods.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from people.refusal import Refused

from .ballot import distinct, spoken
from .result import Result, Row, placed

NOT_A_PLACE = _("A place is a whole number: 1 for the first, 2 for the next.")


@dataclass(frozen=True)
class Ranking(Result):
    """What came of ballots that put items in order; the score is the sum of Borda points."""

    name = _("Putting in order (Borda count)")
    explanation = _(
        "Each person puts things in order. The last one gets no points, the one before it gets 1, and so on up to the "
        "first. Things that share a place share its points. Things that were left out share the last places."
    )


def rank(items: Iterable[Hashable], ballots: Iterable[Mapping[Hashable, int | None]]) -> Ranking:
    """Count ballots that put items in order (R45).

    items: all that could be ranked. ballots: each gives items a place, 1 for the best; only the order counts, so
    places may be shared or skipped. An item with None or not in the ballot is unranked: the unranked ones share the
    places that are left after the ranked ones, as if they were tied at the end. An empty ballot is an abstention: it
    counts as given, and no item gets points from it. When all abstain, there are no scores and no places.
    Raises Refused for a place that is no whole number from 1 or an item that was not asked about, and ValueError for
    an item that is there twice.
    """
    items = distinct(items)
    ballots = [spoken(ballot, items) for ballot in ballots]
    voices = [ballot for ballot in ballots if ballot]
    scores = dict.fromkeys(items, Fraction(0) if voices else None)
    for ballot in voices:
        for item, share in borda_points(items, ballot).items():
            scores[item] += share
    said = Counter(item for ballot in voices for item in ballot)
    rows = tuple(Row(*standing, said[standing[0]]) for standing in placed(scores))
    return Ranking(rows, len(ballots), len(ballots) - len(voices))


def borda_points(items: Iterable[Hashable], ballot: Mapping[Hashable, int | None]) -> dict[Hashable, Fraction]:
    """The points that one ballot gives to each of k items; unless it is empty, they add up to k(k-1)/2.

    Raises what `rank` raises.
    """
    items = distinct(items)
    worth, better = {}, 0
    for together in _tiers(items, spoken(ballot, items)):
        share = len(items) - better - Fraction(len(together) + 1, 2)
        worth |= dict.fromkeys(together, share)
        better += len(together)
    return worth or dict.fromkeys(items, Fraction(0))


def _tiers(items, ballot):
    """The lists of items that share a place in this ballot, best first; the unranked are the last one."""
    if not all(isinstance(place, int) and place >= 1 for place in ballot.values()):
        raise Refused(NOT_A_PLACE)
    if not ballot:
        return []
    tiers = [[item for item in ballot if ballot[item] == place] for place in sorted(set(ballot.values()))]
    left = [item for item in items if item not in ballot]
    return [*tiers, left] if left else tiers
