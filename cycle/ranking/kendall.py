"""How far two sides put things in the same order: Kendall's tau-b, and the places they are apart (R45).

Tau is Maurice Kendall's (1938), and tau-b his way to treat ties (1945).
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import isqrt, sqrt
from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.refusal import Sentence


@dataclass(frozen=True)
class Apart:
    """One item as two sides placed it; a place is None where a side gave it none."""

    item: Hashable
    one: int | None
    other: int | None

    @property
    def difference(self) -> int | None:
        """How many places lower the other side put it; below 0 when it put it higher, None without both places."""
        return None if self.one is None or self.other is None else self.other - self.one


@dataclass(frozen=True)
class RankAgreement:
    """Two sides' results side by side.

    tau: 1 when the order is the same, ties included, -1 when it is the other way round; exact where its root is, else
    a float; None when it cannot be said, since fewer than two items have both places or one side put all level.
    same, opposite: the number of pairs that both sides put in the same order or the other way round. tied: those that
    at least one side put level. rows: all items, in the order of the first side's places and then the other's.
    """

    name: ClassVar[Sentence] = _("How far two sides agree (Kendall’s tau-b)")
    explanation: ClassVar[Sentence] = _(
        "We look at two things at a time, and see if both sides put the same one first. The figure is 1 when the "
        "order is the same, and −1 when it is turned round. Near 0, they agree about as often as not."
    )

    tau: Fraction | float | None
    same: int
    opposite: int
    tied: int
    rows: tuple[Apart, ...]

    @property
    def finding(self) -> str:
        """What the pairs show, in words, without the figure."""
        same = ngettext(
            "Both sides put %(count)s pair in the same order.",
            "Both sides put %(count)s pairs in the same order.",
            self.same,
        )
        opposite = ngettext(
            "They put %(count)s pair the other way round.",
            "They put %(count)s pairs the other way round.",
            self.opposite,
        )
        tied = ngettext(
            "At least one side put %(count)s pair level.", "At least one side put %(count)s pairs level.", self.tied
        )
        counted = [(same, self.same), (opposite, self.opposite), *([(tied, self.tied)] if self.tied else [])]
        return " ".join(sentence % {"count": count} for sentence, count in counted)


def agreement(one: Mapping[Hashable, int | None], other: Mapping[Hashable, int | None]) -> RankAgreement:
    """Compare the places that two sides gave to items, as from `Result.places` (R45).

    An item that a side did not place, or placed as None, is in the rows and left out of the figure.
    """
    rows = [
        Apart(item, one.get(item), other.get(item)) for item in [*one, *(item for item in other if item not in one)]
    ]
    both = [row for row in rows if row.difference is not None]
    ways = [(_way(a.one, b.one), _way(a.other, b.other)) for a, b in combinations(both, 2)]
    same = sum(here * there == 1 for here, there in ways)
    opposite = sum(here * there == -1 for here, there in ways)
    untied = [sum(way[side] != 0 for way in ways) for side in (0, 1)]
    tied = len(ways) - same - opposite
    in_order = sorted(rows, key=lambda row: (_last(row.one), _last(row.other)))
    return RankAgreement(_over_root(same - opposite, untied[0] * untied[1]), same, opposite, tied, tuple(in_order))


def _way(first, second):
    return (first > second) - (first < second)


def _last(place):
    return float("inf") if place is None else place


def _over_root(number, square):
    """The number over the root of the square: exact when the root is, None when it is 0."""
    if not square:
        return None
    root = isqrt(square)
    return Fraction(number, root) if root * root == square else number / sqrt(square)
