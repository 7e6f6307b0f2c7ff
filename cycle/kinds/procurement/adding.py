"""Adding up the scores of bids: exact fractions, minimum scores, ties named as ties. Knows no model (R54).

A criterion's points are its weight times the score, divided by the top of its scale; weights make 100, and so does the
best total. What is worked out from the price gives the lowest price the top, and the others their share of it.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ...ranking.result import placed

type Number = int | Decimal | Fraction


@dataclass(frozen=True)
class Measure:
    """One criterion. is_of_price: worked out from the price. is_fatal: a bid with less than `minimum` is out."""

    key: Hashable
    weight: int
    top: int
    minimum: int | None = None
    is_fatal: bool = False
    is_of_price: bool = False


@dataclass(frozen=True)
class Part:
    """What one criterion adds for one bid: None where there is no score. is_short: whether it is below the minimum."""

    measure: Measure
    score: Fraction | None
    points: Fraction | None
    is_short: bool = False


@dataclass(frozen=True)
class Total:
    """One bid. points: None while a score is missing, or when it is out. place: from 1; is_shared: a tie is a tie."""

    bid: Hashable
    parts: tuple[Part, ...]
    points: Fraction | None
    place: int | None
    is_shared: bool
    is_out: bool


def mean(scores: Iterable[Number]) -> Fraction | None:
    """The exact average of some scores; None of none."""
    scores = [Fraction(each) for each in scores]
    return sum(scores, Fraction(0)) / len(scores) if scores else None


def add_up(
    measures: Iterable[Measure],
    bids: Iterable[Hashable],
    scores: Mapping[tuple[Hashable, Hashable], Number | None],
    prices: Mapping[Hashable, Decimal | None],
) -> tuple[Total, ...]:
    """The Totals of bids, the best first; those that are out, or lack a score, last.

    scores: by (bid, key of a Measure). prices: by bid, for a Measure of the price: the lowest is that of the bids that
    are not out.
    """
    measures, bids = tuple(measures), tuple(bids)
    judged = {bid: {each.key: _judged(each, bid, scores) for each in measures if not each.is_of_price} for bid in bids}
    out = {bid for bid in bids if any(part.is_short and part.measure.is_fatal for part in judged[bid].values())}
    known = [Fraction(prices[bid]) for bid in bids if bid not in out and prices.get(bid) is not None]
    lowest = min(known, default=None)
    parts = {
        bid: tuple(judged[bid].get(each.key) or _priced(each, prices.get(bid), lowest, bid in out) for each in measures)
        for bid in bids
    }
    sums = {bid: None if bid in out else _sum(parts[bid]) for bid in bids}
    return tuple(
        Total(bid, parts[bid], points, place, is_shared, bid in out) for bid, points, place, is_shared in placed(sums)
    )


def _judged(measure, bid, scores):
    given = scores.get((bid, measure.key))
    if given is None:
        return Part(measure, None, None)
    score = Fraction(given)
    is_short = measure.minimum is not None and score < measure.minimum
    return Part(measure, score, measure.weight * score / measure.top, is_short)


def _priced(measure, price, lowest, is_out):
    if price is None or lowest is None or is_out:
        return Part(measure, None, None)
    price = Fraction(price)
    share = Fraction(1) if price == lowest else lowest / price
    return Part(measure, measure.top * share, measure.weight * share)


def _sum(parts):
    points = [part.points for part in parts]
    return None if None in points or not points else sum(points, Fraction(0))
