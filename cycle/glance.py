"""A stage's work at a glance: tables and drawings that a kind puts together for one reader.

A kind lists functions that take the stage and the reader and give a Glance, or None where there is nothing to see yet.
The page of the stage's work, its report and the print draw them alike, by templates/components/glance.html.
"""

from dataclasses import dataclass, field

from .bars import Figure

MOST_ROWS = 100  # of a table


@dataclass(frozen=True)
class Cell:
    """A few words in a table, with an address or without; or `lines` of (words, address or empty).

    note: smaller words under them. mark: "changed" where the note tells of something to look at.
    """

    words: str = ""
    url: str = ""
    note: str = ""
    mark: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list)

    def __str__(self):
        return str(self.words)


@dataclass(frozen=True)
class Row:
    """One row of a table: its head, and a cell for each further column. is_total: whether it sums up the others."""

    head: Cell
    cells: list[Cell]
    is_total: bool = False


@dataclass(frozen=True)
class Table:
    """What it shows, the heads of its columns (that of the rows first), and its rows.

    note: a sentence under it. is_of_numbers: whether its cells hold amounts. is_numbered: numbers head them.
    has_long_last: whether sentences stand in the last column, which then has more room.
    """

    TEMPLATE = "components/table.html"

    title: str
    heads: list[str]
    rows: list[Row]
    note: str = ""
    is_of_numbers: bool = False
    has_long_last: bool = False
    is_numbered: bool = False

    @property
    def lines(self):
        """(row, its cells as (head of the column, cell) pairs) for each row that is shown."""
        return [(each, list(zip(self.heads[1:], each.cells, strict=True))) for each in self.rows[:MOST_ROWS]]

    @property
    def more(self):
        """How many rows are too many for one look; the lists under it have them."""
        return max(len(self.rows) - MOST_ROWS, 0)


@dataclass(frozen=True)
class Drawing:
    """Bars, with what they show in words and an id that stands once on a page; a Table has the same numbers."""

    TEMPLATE = "components/drawn.html"

    title: str
    figure: Figure
    id: str


@dataclass(frozen=True)
class Remark:
    """A sentence that stands between tables. mark: "changed" where it tells what is missing."""

    TEMPLATE = "components/remark.html"

    words: str
    mark: str = ""
    url: str = ""


@dataclass(frozen=True)
class Passage:
    """One record of a text that is read as a whole: what it says, how much was said about it, and what was objected.

    objections: (words, who said them, address) for each; count: how much was said about it in all. Who knows what
    people said fills these in.
    """

    record: object
    count: int = 0
    objections: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Text:
    """Records that are the paragraphs of one text, in their order."""

    TEMPLATE = "components/text.html"

    passages: list[Passage]


@dataclass(frozen=True)
class Beside:
    """Two texts that say the same to different people: beside each other where there is room, else one below."""

    TEMPLATE = "components/beside.html"

    title: str
    left_label: str
    left: str
    right_label: str
    right: str


@dataclass(frozen=True)
class Heard:
    """A summary of what people said, with how many of them said something, so that no summary can hide it (R48).

    stages: keys of those in which they said it. parties: (name, takes part as, speaks for, number) for each; sorts:
    (sort, number) pairs; came_of_it: what became of it in words; objections: (words, who, address); closed: how many
    objections are not open to the reader, or are too many here. Who knows what people said fills these in.
    """

    TEMPLATE = "components/heard.html"

    title: str
    words: str
    stages: list[int]
    said: int = 0
    parties: list[tuple[str, str, str, int]] = field(default_factory=list)
    sorts: list[tuple[str, int]] = field(default_factory=list)
    came_of_it: str = ""
    objections: list[tuple[str, str, str]] = field(default_factory=list)
    closed: int = 0


@dataclass(frozen=True)
class Glance:
    """Tables, drawings and sentences under one title."""

    title: str
    parts: list = field(default_factory=list)


@dataclass(frozen=True)
class Printed:
    """What of a record is printed by itself: its title, what it is about, Glances, facts, the address of its page."""

    title: str
    about: str
    glances: list[Glance]
    facts: list[tuple[str, str]]
    url: str


def cell(value, **more):
    """The Cell of anything that has words; a Cell as it is; of several things one with a line for each."""
    if isinstance(value, list | tuple):
        return Cell(lines=[(str(each), "") for each in value], **more)
    return value if isinstance(value, Cell) else Cell(str(value), **more)


def links(things):
    """The Cell with a line for each of these things that have an address."""
    return Cell(lines=[(str(each), each.get_absolute_url()) for each in things])


def link(thing, **more):
    """The Cell that leads to a thing with an address."""
    return Cell(str(thing), thing.get_absolute_url(), **more)


def row(head, *cells, is_total=False):
    """A Row of whatever has words."""
    return Row(cell(head), [cell(each) for each in cells], is_total)


def glances_of(stage, reader):
    """The Glances of a stage for this reader, those that show anything."""
    makers = (*stage.kind.glances, *stage.kind.on_involvement)
    return [glance for make in makers if (glance := make(stage, reader))]


def read_by(reader, stage, model, *, among=None):
    """The records of one model that this reader may read: of the stage, or with `among` of the whole cycle, in order.

    Each has the stage or at least the very cycle that was given, so its address asks nothing of the database.
    """
    cycle = stage.cycle
    rows = model.objects.in_cycle(cycle) if among == "cycle" else model.objects.in_stage(stage)
    found = list(rows.visible_to(reader, cycle))
    for each in found:
        each.stage.cycle = cycle
    return found


def named_in(records, name):
    """What each of these records of one model names in a field of several: dict of pk -> list of rows; one query.

    For stages and participants, which everybody may know; records are told by `cycle.reading.references_of`.
    """
    found = {each.pk: [] for each in records}
    if not records:
        return found
    column = records[0]._meta.get_field(name)
    through, own = column.remote_field.through, column.m2m_column_name()
    pairs = through.objects.filter(**{f"{own}__in": list(found)}).select_related(column.m2m_reverse_field_name())
    for pair in pairs.order_by(column.m2m_reverse_name()):
        found[getattr(pair, own)].append(getattr(pair, column.m2m_reverse_field_name()))
    return found
