"""A dashboard for one reader: gathered once, shown as a page, printed, and taken out as a table."""

import csv
from dataclasses import dataclass
from functools import cached_property

from cycle.glance import Glance
from cycle.standing import Standing
from involvement.models import Stance

from ..models import Placing
from ..moving.exporting import Echo
from ..moving.guard import in_cell
from ..report.reader import ForOneReader
from . import PARTS, groups, stances, tables
from .figure import Counted, Part
from .scope import Scope


@dataclass(frozen=True)
class Dashboard(ForOneReader):
    """All figures of a Scope. counted: (Part, Counted) pairs. A fixed number of queries at any number of cycles."""

    PAPER = "feedback/dashboard/paper.html"

    scope: Scope
    counted: list[tuple[Part, Counted]]
    loads: Counted
    sides: list[stances.Sides]

    @property
    def standing(self):
        """What this copy may show: more than everybody reads only to those who run one of the cycles."""
        return Standing(frozenset({"officer"})) if self.scope.run else Standing()

    @property
    def pdf_url(self):
        return self.scope.address("_pdf")

    @property
    def large_url(self):
        return self.scope.address("_pdf", size="large")

    @property
    def csv_url(self):
        return self.scope.address("_csv")

    @cached_property
    def glances(self):
        """The Glances for the page."""
        return self._glances(on_paper=False)

    @property
    def on_paper(self):
        """The same without links."""
        return self._glances(on_paper=True)

    def _glances(self, on_paper) -> list[Glance]:
        scope = self.scope
        found = [
            tables.urgent_of(scope, self.counted, on_paper),
            *(tables.glance_of(scope, part, numbers, on_paper) for part, numbers in self.counted),
            stances.glance_of(scope, self.sides, on_paper),
            tables.loads_of(scope, self.loads, on_paper),
        ]
        return [each for each in found if each]


def dashboard_of(scope):
    """The Dashboard of a Scope."""
    counted = [(part, part.count(scope)) for part in PARTS if part.figures_for(scope)]
    return Dashboard(scope, counted, groups.count(scope), stances.sides_of(scope))


def as_csv(board):
    """The figures as CSV in pieces, a row for each cycle; the names of the columns are for programs."""
    scope, writer = board.scope, csv.writer(Echo())
    figures = [(figure, numbers) for part, numbers in board.counted for figure in part.figures_for(scope)]
    sides = [*(f"says_{value}" for value in Stance.Position.values), *(f"placed_{value}" for value in Placing.Position)]
    names = [figure.key.replace("-", "_") for figure, _numbers in figures]
    yield "\ufeff" + writer.writerow(["cycle", "authority", "part", "state", *names, *sides])
    for cycle in scope.cycles:
        head = [cycle.title, str(cycle.authority), str(cycle.directorate or ""), str(cycle.get_state_display())]
        numbers = [_value(scope, cycle, figure, numbers) for figure, numbers in figures]
        yield writer.writerow([in_cell(value) for value in [*head, *numbers, *_both_sides(board, cycle)]])


def _value(scope, cycle, figure, numbers):
    """A number; nothing where it is not told to this reader, which is something else than 0."""
    is_told = cycle.pk in scope.run or not figure.is_for_officers
    return numbers.of(figure.key, cycle.pk) if is_told else None


def _both_sides(board, cycle):
    """In how many stages the authority says what, and how many people say what; nothing for too few."""
    own = [each for each in board.sides if each.stage.cycle_id == cycle.pk]
    said, placed = stances.claimed(own), stances.experienced(own)
    counts = [placed[value] if placed else None for value in Placing.Position.values]
    return [*(said[value] for value in Stance.Position.values), *counts]
