"""A workbook that nothing can run in: every text stays a text, and no cell is a formula."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

import xlsxwriter

from .guard import is_live

MOST_IN_A_CELL = 32_767  # what a cell of a workbook holds
MOST_IN_A_SHEET = 1_000_000
LONGEST_NAME = 31  # what a sheet may be called
NOT_IN_A_NAME = str.maketrans("", "", "[]:*?/\\'")
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True)
class Head:
    """The name of a column, and how wide it is."""

    name: str
    width: int = 18


@dataclass(frozen=True)
class Sheet:
    """One sheet: what it is called, its columns, and rows of values (texts, numbers, dates, None)."""

    name: str
    heads: list[Head]
    rows: Iterable[list]


def book_of(sheets):
    """An open temporary file that holds the workbook, at its beginning; it is gone when it is closed."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 (whoever sends it closes it)
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        looks = {
            "head": book.add_format({"bold": True}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            # The cell stays a text, also when somebody types in it.
            "text": book.add_format({"quote_prefix": True}),
        }
        for number, sheet in enumerate(sheets, start=1):
            _fill(book.add_worksheet(_called(sheet.name, number, len(sheets))), sheet, looks)
    file.seek(0)
    return file


def book_in_pieces(sheets):
    """The workbook in pieces. It is made when the first one is asked for, and the file is gone with the last."""
    with book_of(sheets) as file:
        while piece := file.read(1 << 16):
            yield piece


def _called(name, number, of):
    """A name that a sheet may bear, and that no other one bears."""
    plain = name.translate(NOT_IN_A_NAME)
    return plain[:LONGEST_NAME] if of == 1 else f"{number} {plain}"[:LONGEST_NAME].rstrip()


def _fill(page, sheet, looks):
    page.freeze_panes(1, 0)
    for place, head in enumerate(sheet.heads):
        page.set_column(place, place, head.width)
        page.write_string(0, place, head.name, looks["head"])
    for number, row in enumerate(islice(sheet.rows, MOST_IN_A_SHEET), start=1):
        for place, value in enumerate(row):
            _write(page, number, place, value, looks)


def _write(page, row, place, value, looks):
    if value is None or value == "":
        return
    if isinstance(value, date):
        page.write_datetime(row, place, value, looks["day"])
    elif isinstance(value, int | Decimal):
        page.write_number(row, place, value)
    else:
        text = str(value)[:MOST_IN_A_CELL]
        page.write_string(row, place, text, looks["text"] if is_live(text) else None)
