"""What a dashboard counts: figures in parts, each with the list of what it counts."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.paging import SIZE

CLOSED = _("Something that is not open to you")


@dataclass(frozen=True)
class Figure:
    """One number. key: in addresses and files. name: over its column. title: over the list of what it counts.

    told: the sentence for a number of them, for what wants somebody to do something; None for what does not.
    is_for_officers: whether it is counted only in the cycles that its reader runs.
    """

    key: str
    name: str | Promise
    title: str | Promise
    told: Callable[[int], str] | None = None
    is_for_officers: bool = False


@dataclass
class Counted:
    """Numbers by the key of a figure and then by the id of a cycle or a group; notes: words beside them.

    A note under None stands beside the sum.
    """

    numbers: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    notes: dict[str, dict] = field(default_factory=lambda: defaultdict(dict))

    def of(self, key, pk):
        """How many there are of one cycle or group."""
        return self.numbers[key].get(pk, 0)

    def total(self, key):
        """How many there are in all."""
        return sum(self.numbers[key].values())

    def add(self, key, pk, number=1):
        """Count so many more."""
        if number:
            self.numbers[key][pk] = self.of(key, pk) + number


@dataclass(frozen=True)
class Line:
    """One thing in a list: what it is, where it stands, a few words about its day. url: empty where it is closed.

    stage: None for a stage or a cycle itself; then of_cycle is given.
    """

    words: str
    url: str
    stage: object
    note: str = ""
    of_cycle: object = None

    @property
    def cycle(self):
        """Its cycle, which has to be given only for what belongs to no stage."""
        return self.of_cycle or self.stage.cycle


@dataclass(frozen=True)
class Lines:
    """A page of a list. more: the key to go on with, None at the end."""

    rows: list[Line]
    more: int | None = None
    is_first: bool = True


@dataclass(frozen=True)
class Part:
    """Figures that are counted together. count: Scope -> Counted. lines: (Scope, key, after, group) -> Lines."""

    title: str | Promise
    figures: tuple[Figure, ...]
    count: Callable
    lines: Callable

    def figures_for(self, scope):
        """Those that this reader is told of."""
        return [each for each in self.figures if scope.run or not each.is_for_officers]


def start_of(after):
    """How many rows lie before a page, as an address has it; 0 for what makes no sense."""
    return int(after) if after and str(after).isdecimal() and len(str(after)) < 10 else 0


def part_of(rows, after, line):
    """The Lines of one page of some rows, which can be sliced. line: makes a Line of a row."""
    start = start_of(after)
    found = list(rows[start : start + SIZE + 1])
    more = start + SIZE if len(found) > SIZE else None
    return Lines([line(row) for row in found[:SIZE]], more, start == 0)
