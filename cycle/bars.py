"""Bars parted by pattern: drawn as SVG, with numbers on them, beside a table that says the same.

A figure has no colour of its own and no inline style, so it holds under a strict CSP, in print, in forced colours and
without colour. templates/components/bars.html draws it.
"""

from dataclasses import dataclass

WIDTH = 320
TOP, HEIGHT, STEP = 22, 30, 66  # of a bar under its caption, of the bar itself, from one bar to the next
LABEL = 22  # so wide is the ground of a number of up to two digits; a narrower piece goes without, the table has it
DIGIT = 9  # each further digit


@dataclass(frozen=True)
class Series:
    """One pattern of the figure and what it stands for. key: "open" or any other word that names it."""

    key: str
    words: str


@dataclass(frozen=True)
class Piece:
    """One part of one bar. x, width: in the units of the figure.

    pattern: its place in the key, from 0; the first one is full.
    """

    pattern: int
    count: int
    x: float
    width: float
    y: int

    @property
    def label(self):
        """How wide the ground of its number is."""
        return LABEL + DIGIT * max(len(str(self.count)) - 2, 0)

    @property
    def is_labelled(self):
        return self.width >= self.label + 2

    @property
    def middle(self):
        return self.x + self.width / 2

    @property
    def label_x(self):
        return self.middle - self.label / 2


@dataclass(frozen=True)
class Bar:
    """One bar: the words over it, the height at which they stand, and its pieces."""

    caption: str
    y: int
    pieces: list[Piece]


@dataclass(frozen=True)
class Figure:
    """The bars from top to bottom, and what each pattern in them stands for."""

    series: list[Series]
    bars: list[Bar]

    @property
    def view_box(self):
        return f"0 0 {WIDTH} {len(self.bars) * STEP}"

    @property
    def key(self):
        """(number of the pattern, words) for each that stands in a bar."""
        there = {piece.pattern for bar in self.bars for piece in bar.pieces}
        return [(number, each.words) for number, each in enumerate(self.series) if number in there]


def stack(series, bars, to_full=False):
    """The Figure of these bars: (caption, counts in the order of the series) pairs.

    to_full: each bar as long as the figure is wide, for parts of a whole; else the longest, and the others beside it.
    """
    longest = max((sum(counts) for _caption, counts in bars), default=1)
    return Figure(
        series,
        [
            _bar(caption, counts, number * STEP, sum(counts) if to_full else longest)
            for number, (caption, counts) in enumerate(bars)
        ],
    )


def _bar(caption, counts, y, longest):
    pieces, x = [], 0.0
    for pattern, count in enumerate(counts):
        width = WIDTH * count / longest
        if count:
            pieces.append(Piece(pattern, count, x, width, y + TOP))
        x += width
    return Bar(caption, y, pieces)
