"""The figure of how people place a stage: one bar for each count, drawn as SVG with patterns in place of colours."""

from dataclasses import dataclass

WIDTH = 320
TOP, HEIGHT, STEP = 22, 30, 66  # of a bar under its caption, of the bar itself, from one bar to the next
LABEL = 22  # so wide is the ground of a number in a bar; a narrower piece goes without, the table has it


@dataclass(frozen=True)
class Piece:
    """One answer in one bar. x, width: in the units of the figure."""

    position: str
    count: int
    x: float
    width: float
    y: int

    @property
    def is_labelled(self):
        return self.width >= LABEL + 2

    @property
    def middle(self):
        return self.x + self.width / 2

    @property
    def label_x(self):
        return self.middle - LABEL / 2


@dataclass(frozen=True)
class Bar:
    """One Tally, with the height at which its caption stands, and its pieces."""

    tally: object
    y: int
    pieces: list[Piece]


@dataclass(frozen=True)
class Figure:
    """The bars from top to bottom."""

    bars: list[Bar]

    @property
    def view_box(self):
        return f"0 0 {WIDTH} {len(self.bars) * STEP}"


def draw(tallies):
    """The Figure of these Tallies, in their order."""
    return Figure([_bar(tally, number * STEP) for number, tally in enumerate(tallies)])


def _bar(tally, y):
    pieces, x = [], 0.0
    for position, _words, count in tally.counts:
        width = WIDTH * count / tally.total
        if count:
            pieces.append(Piece(position, count, x, width, y + TOP))
        x += width
    return Bar(tally, y, pieces)
