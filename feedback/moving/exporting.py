"""What was said in a stage or a cycle, as files: as their reader may read it, a thousand rows at a time."""

import csv
import json

from django.urls import reverse
from django.utils import timezone

from ..showing import shown
from .columns import ANSWER, CONTRIBUTION, FLAT, Line
from .guard import in_cell
from .workbook import Head, Sheet, book_in_pieces

CHUNK = 1000
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


class Echo:
    """What csv writes to: it hands each line on."""

    def write(self, line):
        return line


def as_csv(pages):
    """The file in pieces: UTF-8 with a mark by which spreadsheets know it, and no cell that is a formula."""
    writer = csv.writer(Echo())
    yield "\ufeff" + writer.writerow([column.name for column in FLAT])
    for page in pages:
        yield "".join(writer.writerow([in_cell(column.value(line)) for column in FLAT]) for line in page)


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


def xlsx_pieces(pages):
    """The workbook in pieces."""
    heads = [Head(str(column.label), 60 if column.name == "text" else 18) for column in FLAT]
    rows = ([column.in_words(line) for column in FLAT] for page in pages for line in page)
    return book_in_pieces([Sheet("Contributions", heads, rows)])


def file_name(cycle, stage, form):
    """The cycle, the stage and the day: what a file is called."""
    where = f"{stage.place:02}-{stage.kind_slug}-" if stage else ""
    return f"{cycle.slug}-{where}contributions-{timezone.localdate():%Y-%m-%d}.{form}"
