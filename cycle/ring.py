"""The figure of a cycle as plain geometry: where each stage stands on the ring, and how the arrows run inside it.

Nothing here knows a model. Lengths are in the units of the drawing, which is 1,020 wide; angles are in radians, from
the top, clockwise. The source's Figure A.1 gives the circle and the order; its feeds are the arrows (R1, R4).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, cos, pi, sin

WIDTH = 1020
RADIUS = 212
SHAPE = 17  # the radius of a state's shape
AWAY = SHAPE + 13  # from the middle of a shape to its words
NAME_WIDTH, NOTE_WIDTH = 20, 32  # characters in a line
NAME_LINE, NOTE_LINE = 20, 18
TITLE_WIDTH, TITLE_LINES, TITLE_LINE, MIDDLE_LINE = 17, 3, 28, 22  # the name of the cycle, and two lines under it
BETWEEN = 8  # the least distance between two blocks of words
MARGIN = 12
NO_BREAK = "\N{NO-BREAK SPACE}"
KEPT_TOGETHER = re.compile(r"(?<=\d) +(?=[^\W\d])")  # a number and what it counts, a day and its month
REACH = RADIUS - SHAPE - 9  # how far from the middle the arrows begin and end
SPREAD = 0.075  # the angle between two arrows that end at one stage
HEAD = 10  # the length of an arrow's head


@dataclass(frozen=True)
class Node:
    """A stage: its name, where it stands (shape and word), a few words of news, where it leads.

    shape: not_yet, preparing, agreeing, open, changed, declined or finished. addition: not in the source's figure.
    spoken: the name in the list, where the figure's own would be read aloud badly. facts: what the list says in the
    place of the note, which the ring has no room for: pairs of words and a mark, "changed" or empty.
    """

    name: str
    shape: str
    word: str
    note: str = ""
    url: str = ""
    addition: bool = False
    spoken: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Line:
    """One line of words, with its baseline."""

    text: str
    y: float
    is_note: bool = False


@dataclass(frozen=True)
class Place:
    """A stage on the ring: the middle of its shape, and its words at x, set from `anchor`."""

    number: int
    node: Node
    x: float
    y: float
    text_x: float
    anchor: str
    lines: tuple[Line, ...]
    fed_by: tuple[str, ...]

    @property
    def top(self):
        """The upper edge of the words."""
        return self.lines[0].y - NAME_LINE * 0.75

    @property
    def bottom(self):
        """The lower edge of the words."""
        return self.lines[-1].y + NOTE_LINE * 0.3

    def moved(self, down):
        """The same place with its words further down (further up when negative)."""
        return replace(self, lines=tuple(replace(line, y=line.y + down) for line in self.lines))


@dataclass(frozen=True)
class Feed:
    """An arrow inside the ring from one stage to another: its curve and its head, as path data."""

    source: str
    target: str
    curve: str
    head: str


@dataclass(frozen=True)
class Ring:
    """The whole figure.

    title: the lines of the cycle's name in the middle. middle: the baselines of the two lines under it. arcs: the
    pieces of the circle between the shapes, as path data.
    """

    width: float
    top: float
    height: float
    middle_x: float
    title: tuple[Line, ...]
    middle: tuple[float, float]
    places: tuple[Place, ...]
    arcs: tuple[str, ...]
    feeds: tuple[Feed, ...]

    @property
    def view_box(self):
        """The drawing's viewBox; the middle of the circle is at y = 0."""
        return f"0 {self.top:.0f} {self.width:.0f} {self.height:.0f}"


def draw(nodes: Sequence[Node], feeds: Iterable[tuple[int, int]] = (), title: str = "") -> Ring:
    """Set the nodes on a ring in their order. feeds: pairs of indexes (from, to). title: what stands in the middle."""
    nodes, pairs = list(nodes), sorted(set(feeds))
    fed_by = {
        index: tuple(nodes[source].spoken or nodes[source].name for source, target in pairs if target == index)
        for index in _all(nodes)
    }
    places = [_place(index, node, len(nodes), fed_by[index]) for index, node in enumerate(nodes)]
    places = _kept_apart(places)
    top = min([-RADIUS - SHAPE, *(place.top for place in places)]) - MARGIN
    title_lines, below = _title(title)
    bottom = max([RADIUS + SHAPE, *(place.bottom for place in places)]) + MARGIN
    return Ring(
        width=WIDTH,
        top=top,
        height=bottom - top,
        middle_x=WIDTH / 2,
        title=title_lines,
        middle=(below, below + MIDDLE_LINE),
        places=tuple(places),
        arcs=tuple(_arc(index, len(nodes)) for index in _all(nodes)),
        feeds=tuple(_feed(pair, pairs, nodes) for pair in pairs),
    )


def wrapped(text: str, width: int) -> list[str]:
    """The text in as few lines of `width` characters as it takes, and these about equally long."""
    few = len(_filled(text, width))
    return next(lines for narrower in range(1, width + 1) if len(lines := _filled(text, narrower)) <= few)


def _filled(text, width):
    lines: list[str] = []
    for word in KEPT_TOGETHER.sub(NO_BREAK, text).split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _all(nodes):
    return range(len(nodes))


def _title(text):
    rows = wrapped(text, TITLE_WIDTH) if text else []
    if len(rows) > TITLE_LINES:
        rows = [*rows[: TITLE_LINES - 1], f"{rows[TITLE_LINES - 1]} …"]
    first = -(len(rows) * TITLE_LINE + 2 * MIDDLE_LINE) / 2 + TITLE_LINE * 0.8
    lines = tuple(Line(row, first + number * TITLE_LINE) for number, row in enumerate(rows))
    return lines, first + len(rows) * TITLE_LINE


def _angle(index, count):
    return 2 * pi * index / count


def _at(angle, radius):
    return WIDTH / 2 + radius * sin(angle), -radius * cos(angle)


def _place(index, node, count, fed_by):
    angle = _angle(index, count)
    x, y = _at(angle, RADIUS)
    across, down = sin(angle), -cos(angle)
    is_end = abs(across) < 0.15
    anchor = "middle" if is_end else ("start" if across > 0 else "end")
    texts = [(text, False) for text in wrapped(node.name, NAME_WIDTH)]
    said = f"{node.word}: {node.note}" if node.note else node.word
    texts += [(text, True) for text in wrapped(said, NOTE_WIDTH)]
    tall = sum(NOTE_LINE if is_note else NAME_LINE for _text, is_note in texts)
    # The block's middle goes from above the shape (at the top) through level with it to below it (at the bottom).
    middle = y + down * (AWAY + 4) + (down**3) * tall / 2 if not is_end else y + down * (AWAY + tall / 2)
    baseline, lines = middle - tall / 2, []
    for text, is_note in texts:
        baseline += NOTE_LINE if is_note else NAME_LINE
        lines.append(Line(text, baseline - 5, is_note))
    text_x = x if is_end else x + across / abs(across) * AWAY * max(abs(across), 0.35)
    return Place(index + 1, node, x, y, text_x, anchor, tuple(lines), fed_by)


def _kept_apart(places):
    """Move words away from the level of the middle until no two blocks on one side touch."""
    moved = {place.number: place for place in places}
    for side in ("start", "end"):
        column = sorted((place for place in places if place.anchor == side), key=lambda place: place.y)
        upper = [place.number for place in column if place.y < 0][::-1]
        lower = [place.number for place in column if place.y >= 0]
        for before, number in pairwise(lower):
            down = moved[before].bottom + BETWEEN - moved[number].top
            moved[number] = moved[number].moved(max(down, 0))
        for below, number in pairwise([*lower[:1], *upper]):
            up = moved[number].bottom + BETWEEN - moved[below].top
            moved[number] = moved[number].moved(-max(up, 0))
    return [moved[place.number] for place in places]


def _arc(index, count):
    gap = (SHAPE + 7) / RADIUS
    start, end = _angle(index, count) + gap, _angle(index + 1, count) - gap
    (x1, y1), (x2, y2) = _at(start, RADIUS), _at(end, RADIUS)
    far = int(end - start > pi)
    return f"M{x1:.1f} {y1:.1f}A{RADIUS} {RADIUS} 0 {far} 1 {x2:.1f} {y2:.1f}"


def _feed(pair, pairs, nodes):
    """A curve on the inner side of the ring, the shorter way round, that leaves the middle free for the title."""
    source, target = pair
    count = len(nodes)
    start = _angle(source, count)
    turn = (_angle(target, count) - start + pi) % (2 * pi) - pi  # the shorter way, with its direction
    # Whoever stands nearest ends nearest to its own side, so that the arrows into one stage do not cross.
    others = sorted((one for one, to in pairs if to == target), key=lambda one: (target - one) % count)
    end = start + turn + SPREAD * (others.index(source) - (len(others) - 1) / 2)
    depth = RADIUS * (0.84 - 0.30 * abs(turn) / pi)  # how near the middle of the curve comes to the middle of the ring
    pull = (depth - REACH * cos(turn / 2) / 4) / (0.75 * cos(turn * 0.2))
    (x1, y1), (x2, y2) = _at(start, REACH), _at(end, REACH)
    (cx1, cy1), (cx2, cy2) = _at(start + turn * 0.3, pull), _at(start + turn * 0.7, pull)
    slope = atan2(y2 - cy2, x2 - cx2)
    x3, y3 = x2 - HEAD * 0.6 * cos(slope), y2 - HEAD * 0.6 * sin(slope)  # the line stops inside the head
    curve = f"M{x1:.1f} {y1:.1f}C{cx1:.1f} {cy1:.1f} {cx2:.1f} {cy2:.1f} {x3:.1f} {y3:.1f}"
    return Feed(nodes[source].name, nodes[target].name, curve, _head(x2, y2, slope))


def _head(x, y, slope):
    left, right = slope + pi * 0.87, slope - pi * 0.87
    points = [(x, y), (x + HEAD * cos(left), y + HEAD * sin(left)), (x + HEAD * cos(right), y + HEAD * sin(right))]
    return "M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in points) + "z"
