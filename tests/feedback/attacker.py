"""An attacker on the equality figures: reads every count that was ever shown, and knows all rules but the secret.

What the attacker knows: each number that was shown; that a number is the multiple of five at or below what was counted
plus a shift from 0 to 4, which is the same for a cell at every count; how many answered before the first count; of how
many people the answers changed between two counts; and, of some answers, whose they are (`own`: so many in a cell, all
the time). A cell is exactly known when in every world that fits all of this it has the same number.
"""

from itertools import pairwise, product

from feedback.equality.counting import STEP, bounds

SHIFTS = range(STEP)


class Attacker:
    """shown: a list of counts, each a list of numbers by cell. first: how many had answered. changed: by transition."""

    def __init__(self, shown, first, changed, own=None):
        self.shown, self.first, self.changed = shown, first, changed
        self.cells = range(len(shown[0]))
        self.own = own or [0] * len(shown[0])

    def fits(self, world):
        """Whether these numbers, a list by count and cell, can be what was counted."""
        return (
            sum(world[0]) == self.first
            and all(self.cell_fits(cell, [numbers[cell] for numbers in world]) for cell in self.cells)
            and all(_least(*pair) <= most for pair, most in zip(_pairs(world), self.changed, strict=True))
        )

    def cell_fits(self, cell, numbers):
        """Whether one cell can have held these numbers, for some shift."""
        shown = [count[cell] for count in self.shown]
        if min(numbers) < self.own[cell]:
            return False
        return any(
            all(STEP * ((number + shift) // STEP) == said for number, said in zip(numbers, shown, strict=True))
            for shift in SHIFTS
        )

    def known_exactly(self, truth):
        """The (count, cell) pairs that the attacker knows exactly; truth: the numbers that were counted.

        For each it looks for another world that fits: first with people of one cell standing in another one for some
        counts, then with another shift, under which the numbers of the cell differ no more than they have to.
        """
        assert self.fits(truth), "the truth itself has to fit"
        wanted = {(count, cell) for count in range(len(truth)) for cell in self.cells}
        for world in self._near(truth):
            wanted -= {(count, cell) for count, cell in wanted if world[count][cell] != truth[count][cell]}
            if not wanted:
                return []
        return sorted(pair for pair in wanted if not self._has_other(truth, *pair))

    def _near(self, truth):
        """Worlds that fit in which one or two people of one cell stand in another one over a stretch of counts."""
        for start, end in _spans(len(truth)):
            for cell, other, moved in product(self.cells, self.cells, (1, -1, 2, -2)):
                if cell != other and self.fits(world := _moved(truth, start, end, cell, other, moved)):
                    yield world

    def _has_other(self, truth, count, cell):
        """Whether a world fits in which this cell had another number at this count."""
        return any(self.fits(world) for world in self._others(truth, count, cell))

    def _others(self, truth, count, cell):
        """Worlds in which this cell had another number over a stretch of counts, and another one gave or took them."""
        own = [numbers[cell] for numbers in truth]
        stretches = [span for span in _spans(len(truth)) if span[0] <= count < span[1]]
        for (start, end), moved, shift in product(stretches, (1, -1, 2, -2, 3, -3), SHIFTS):
            here = self._under(cell, own, shift, {place: own[place] + moved for place in range(start, end)})
            if here is None:
                continue
            for other, back, until in product(self.cells, SHIFTS, range(start, end + 1)):
                beside = [numbers[other] for numbers in truth]
                first = {0: beside[0] + own[0] - here[0]}
                given = {place: beside[place] - moved for place in range(start, until)}
                there = self._under(other, beside, back, given | first)
                if other != cell and there is not None:
                    yield _with(truth, {cell: here, other: there})

    def _under(self, cell, numbers, shift, fixed):
        """The numbers of a cell under this shift that are nearest to these, or None. fixed: numbers by count."""
        found = []
        for place, number in enumerate(numbers):
            said = self.shown[place][cell]
            low, high = max(said - shift, self.own[cell], 0), said - shift + STEP - 1
            wanted = fixed.get(place, min(max(number, low), high))
            if not low <= wanted <= high:
                return None
            found.append(wanted)
        return found

    def all_values(self, cell):
        """Every number that a cell of a single count can have held, by looking at all worlds (few cells only)."""
        found = set()
        ranges = [range(bounds(said)[0], bounds(said)[1] + 1) for said in self.shown[0]]
        for world in product(*ranges):
            if self.fits([list(world)]):
                found.add(world[cell])
        return found


def _least(before, after):
    """How many people's answers have to change at least to come from one count to the next."""
    differences = [now - was for was, now in zip(before, after, strict=True)]
    return max(sum(each for each in differences if each > 0), -sum(each for each in differences if each < 0))


def _pairs(world):
    return list(pairwise(world))


def _with(truth, cells):
    """The truth with other numbers in these cells: cell -> numbers by count."""
    world = [list(numbers) for numbers in truth]
    for cell, numbers in cells.items():
        for count, number in enumerate(numbers):
            world[count][cell] = number
    return world


def _spans(length):
    """All stretches of counts, the longest first."""
    return sorted(
        ((start, end) for start in range(length) for end in range(start + 1, length + 1)),
        key=lambda span: span[0] - span[1],
    )


def _moved(truth, start, end, cell, other, moved):
    world = [list(numbers) for numbers in truth]
    for count in range(start, end):
        world[count][cell] += moved
        world[count][other] -= moved
    return world
