"""Two at a time: the Copeland score, and whether one item beats all others (R45).

The score is Arthur Copeland's (1951), and Ramon Llull's long before; that one item ought to win which beats each other
is the Marquis de Condorcet's rule (1785), and so is the finding that there may be none.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.refusal import Refused

from .ballot import UNKNOWN, distinct, spoken
from .circles import circles
from .result import Result, Row, placed

ITSELF = _("A pair is made of two different things.")
TWICE = _("The same pair was judged twice on one sheet.")
HALF = Fraction(1, 2)


class Judgement(NamedTuple):
    """What one ballot says of one pair: the winner before the loser, or that both are level."""

    winner: Hashable
    loser: Hashable
    is_tie: bool = False


def level(one: Hashable, other: Hashable) -> Judgement:
    """The judgement that both matter the same."""
    return Judgement(one, other, is_tie=True)


@dataclass(frozen=True)
class Pairs(Result):
    """What came of ballots that judged pairs; the score is the wins and half of the ties over other items.

    matrix: k rows of k numbers in the order of `rows`; how many preferred the item of the row to that of the column.
    levels: the same for how many judged both level. winner: the item that beats all others (Condorcet), or None.
    circles: the groups of items that go round in a circle, each beaten by another of its group.
    """

    name = _("Two at a time (Copeland score)")
    explanation = _(
        "People look at two things at a time, and say which one matters more. A thing gets 1 point for each other "
        "thing that it beats, and half a point when both come out the same. A pair that nobody looked at gives no "
        "points."
    )

    matrix: tuple[tuple[int, ...], ...]
    levels: tuple[tuple[int, ...], ...]
    winner: Hashable | None
    circles: tuple[tuple[Hashable, ...], ...]

    @property
    def finding(self) -> str:
        """What the pairs show, in words: the item that beats all others or that none does, and any circle."""
        if self.ballots == self.abstentions:
            return gettext("Nobody looked at any pair.")
        first = (
            gettext("No item beats all others.")
            if self.winner is None
            else gettext("%(item)s beats all others.") % {"item": self.winner}
        )
        return " ".join([first, *map(_round, self.circles)])


def pairwise(items: Iterable[Hashable], ballots: Iterable[Iterable[tuple]]) -> Pairs:
    """Count ballots that judge pairs of items (R45).

    ballots: each a collection of Judgements or plain (winner, loser) pairs, each pair at most once, and not
    necessarily all of them. An item beats another when more ballots prefer it than the other; with equal numbers both
    get half a point; a pair that nobody judged counts for neither. An item of which no pair was judged has no score
    and no place. An empty ballot is an abstention.
    Raises Refused for an item against itself, a pair judged twice on one ballot or an item that was not asked about,
    and ValueError for an item that is there twice.
    """
    items = distinct(items)
    ballots = [_judged(ballot, items) for ballot in ballots]
    prefer, same, said = _counted(ballots)
    beaten = {one: {other for other in items if prefer[one, other] > prefer[other, one]} for one in items}
    scores = {item: _score(item, items, prefer, same) if said[item] else None for item in items}
    rows = tuple(Row(*standing, said[standing[0]]) for standing in placed(scores))
    order = [row.item for row in rows]
    return Pairs(
        rows,
        len(ballots),
        sum(not ballot for ballot in ballots),
        _square(order, prefer),
        _square(order, same),
        next((item for item in items if len(beaten[item]) == len(items) - 1 > 0), None),
        circles(order, beaten),
    )


def pairs_of(items: Iterable[Hashable], ballot: Mapping[Hashable, int | None]) -> list[Judgement]:
    """What a ballot that puts items in order, as for `rank`, says of pairs.

    Ranked items come before unranked ones; of two unranked ones it says nothing. Raises Refused for an item that was
    not asked about, and ValueError for an item that is there twice.
    """
    items = distinct(items)
    ballot = spoken(ballot, items)
    found = []
    for one, other in combinations(items, 2):
        better, worse = sorted((one, other), key=lambda item: ballot.get(item, float("inf")))
        if better in ballot:
            found.append(Judgement(better, worse, is_tie=ballot[better] == ballot.get(worse)))
    return found


def _judged(ballot, items):
    ballot = [Judgement(*one) for one in ballot]
    pairs = [frozenset(one[:2]) for one in ballot]
    if not set().union(*pairs) <= set(items):
        raise Refused(UNKNOWN)
    if any(len(pair) < 2 for pair in pairs):
        raise Refused(ITSELF)
    if len(set(pairs)) < len(pairs):
        raise Refused(TWICE)
    return ballot


def _counted(ballots):
    """How many preferred the first of two items, how many judged both level, how many said something of an item."""
    prefer, same, said = Counter(), Counter(), Counter()
    for ballot in ballots:
        said.update({item for one in ballot for item in one[:2]})
        prefer.update(one[:2] for one in ballot if not one.is_tie)
        same.update(pair for one in ballot if one.is_tie for pair in (one[:2], one[1::-1]))
    return prefer, same, said


def _score(one, items, prefer, same):
    score = Fraction(0)
    for other in items:
        ahead = prefer[one, other] - prefer[other, one]
        if ahead > 0:
            score += 1
        elif ahead == 0 and (prefer[one, other] or same[one, other]):
            score += HALF
    return score


def _square(order, counts):
    return tuple(tuple(counts[one, other] for other in order) for one in order)


def _round(group):
    listed = get_text_list([str(item) for item in group], gettext("and"))
    return gettext("%(items)s go round in a circle: each is beaten by another of them.") % {"items": listed}
