"""What was said in a stage or a cycle, as files: as their reader may read it, a thousand rows at a time."""

import csv
import json
import tempfile
from datetime import date

import xlsxwriter
from django.urls import reverse
from django.utils import timezone

from ..showing import shown
from .columns import ANSWER, CONTRIBUTION, FLAT, Line
from .guard import guarded, is_live

CHUNK = 1000
MOST_IN_A_CELL = 32_767  # what a cell of a workbook holds
MOST_IN_A_SHEET = 1_000_000
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def lines_of(stages, reader, asking, site):
    """Lists of Lines, a thousand at most, of these stages (with one cycle) for this reader, the oldest first.

    asking: what is asked for, as the list has it (feedback/asking.py). Keys cut the pages, so that no row of a long
    list is read twice and none is held longer than its page.
    """
    for stage in stages:
        runs = stage.cycle.standing_of(reader).runs
        address = site + reverse("contributions", args=[stage.cycle.slug, stage.kind_slug])
        parties = {party.pk: party for party in stage.cycle.participants.all()}
        rows, after = asking.rows(stage, reader).for_export(), 0
        while page := list(rows.filter(pk__gt=after).order_by("pk")[:CHUNK]):
            after = page[-1].pk
            for row in page:
                row.participant = parties[row.participant_id]
            yield [Line(said, address, runs) for said in shown(page, stage, reader)]


class _Echo:
    """What csv writes to: it hands each line on."""

    def write(self, line):
        return line


def as_csv(pages):
    """The file in pieces: UTF-8 with a mark by which spreadsheets know it, and no cell that is a formula."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow([column.name for column in FLAT])
    for page in pages:
        yield "".join(writer.writerow([_cell(column.value(line)) for column in FLAT]) for line in page)


def _cell(value):
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else str(value)


def as_json(pages, about):
    """The file in pieces: about, then each contribution with all its answers."""
    yield json.dumps({"about": about}, ensure_ascii=False, default=str)[:-1] + ', "contributions": ['
    begun = False
    for page in pages:
        texts = [json.dumps(_whole(line), ensure_ascii=False, default=str) for line in page]
        yield (",\n" if begun else "\n") + ",\n".join(texts)
        begun = True
    yield "\n]}\n"


def _whole(line):
    said = {column.name: column.value(line) for column in CONTRIBUTION}
    said["answers"] = [{column.name: column.value(given) for column in ANSWER} for given in line.said.answers]
    return said


def as_xlsx(pages):
    """An open temporary file that holds the workbook, at its beginning; it is gone when it is closed."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 (whoever sends it closes it)
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("Contributions")
        looks = {
            "head": book.add_format({"bold": True}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            # The cell stays a text, also when somebody types in it.
            "text": book.add_format({"quote_prefix": True}),
        }
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(FLAT):
            sheet.set_column(place, place, 60 if column.name == "text" else 18)
            sheet.write_string(0, place, str(column.label), looks["head"])
        number = 0
        for page in pages:
            for line in page[: MOST_IN_A_SHEET - number]:
                number += 1
                for place, column in enumerate(FLAT):
                    _write(sheet, number, place, column.in_words(line), looks)
    file.seek(0)
    return file


def xlsx_pieces(pages):
    """The workbook in pieces. It is made when the first one is asked for, and the file is gone with the last."""
    with as_xlsx(pages) as file:
        while piece := file.read(1 << 16):
            yield piece


def _write(sheet, row, place, value, looks):
    if value is None or value == "":
        return
    if isinstance(value, date):
        sheet.write_datetime(row, place, value, looks["day"])
    elif isinstance(value, int):
        sheet.write_number(row, place, value)
    else:
        text = str(value)[:MOST_IN_A_CELL]
        sheet.write_string(row, place, text, looks["text"] if is_live(text) else None)


def file_name(cycle, stage, form):
    """The cycle, the stage and the day: what a file is called."""
    where = f"{stage.place:02}-{stage.kind_slug}-" if stage else ""
    return f"{cycle.slug}-{where}contributions-{timezone.localdate():%Y-%m-%d}.{form}"
