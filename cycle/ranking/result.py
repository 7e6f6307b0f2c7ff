"""What every method gives back: rows with their places, shared ones marked, and how many said something (R45)."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from people.refusal import Sentence


@dataclass(frozen=True)
class Row:
    """One item in the result.

    score: None when nobody said anything from which it could be counted; then it has no place either. place: 1 is the
    best; two that share the second place both have 2, and the next has 4. said: how many ballots said something of it.
    """

    item: Hashable
    score: Fraction | None
    place: int | None
    is_shared: bool
    said: int

    @property
    def label(self) -> str:
        """The place as it is written: "2", "=2" when it is shared, and nothing when there is none."""
        return "" if self.place is None else f"={self.place}" if self.is_shared else str(self.place)


@dataclass(frozen=True)
class Result:
    """The result of one side by one method.

    name, explanation: the method in words, for its readers. rows: the best first; items that share a place stand in
    the order in which they were asked about, and those without a place come last. ballots: all that were given.
    abstentions: those among them that said nothing.
    """

    name: ClassVar[Sentence]
    explanation: ClassVar[Sentence]

    rows: tuple[Row, ...]
    ballots: int
    abstentions: int

    @property
    def places(self) -> dict[Hashable, int | None]:
        """The place of each item, best first: what `agreement` compares."""
        return {row.item: row.place for row in self.rows}


def placed(scores: Mapping[Hashable, Fraction | None]) -> Iterator[tuple[Hashable, Fraction | None, int | None, bool]]:
    """Yield item, score, place and whether the place is shared, the highest score first.

    scores: of each item, in the order in which equal ones are to stand; None is given no place and comes last.
    """
    known = [score for score in scores.values() if score is not None]
    first = {score: place for place, score in reversed(list(enumerate(sorted(known, reverse=True), start=1)))}
    for item in sorted((item for item in scores if scores[item] is not None), key=lambda item: -scores[item]):
        score = scores[item]
        yield item, score, first[score], known.count(score) > 1
    yield from ((item, None, None, False) for item, score in scores.items() if score is None)
