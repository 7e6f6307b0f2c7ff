"""Files of other survey tools, and what came with them."""

import csv
import io

import xlsxwriter
from django.db import connection
from django.test.utils import CaptureQueriesContext

from feedback.moving import bringing

from .cycles import lead, users

HEADER = ("Respondent ID", "Submitted", "Your name", "E-mail", "Type", "Comment")


def survey(number=3, first=1, **over):
    """The rows of an export of a survey tool, header and all; over: column -> value for every row."""
    rows = [HEADER]
    for each in range(first, first + number):
        row = {
            "Respondent ID": f"R{each}", "Submitted": "03/04/2023 10:15", "Your name": f"Nia Number{each}",
            "E-mail": f"nia{each}@example.org", "Type": ("Idea", "Complaint")[each % 2],
            "Comment": f"The meals come late, says number {each}.",
        }  # fmt: skip
        rows.append(tuple((row | over)[name] for name in HEADER))
    return rows


def as_csv(rows, encoding="utf-8", delimiter=","):
    """The rows as the bytes of a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def as_xlsx(rows):
    """The rows as the bytes of a workbook."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return file.getvalue()


def mapping(stage, **over):
    """What the columns of `survey` are."""
    said = {
        "text": "#Comment", "sort": "#Type", "participant": f"={users(stage.cycle).pk}", "given_on": "#Submitted",
        "day_first": True, "channel": "=online", "reference": "#Respondent ID", "openness": "involved",
        "values": {"sort": {"idea": "idea", "complaint": "concern"}},
    }  # fmt: skip
    return said | over


def uploaded(stage, rows=None, by=None, name="survey.csv", **over):
    """An import whose columns are known and that was checked."""
    by = by or lead(stage.cycle)
    made = bringing.take_up(stage, by, name, as_csv(rows or survey()))
    bringing.say_columns(made, by, mapping(stage, **over))
    made.refresh_from_db()
    return made


def brought_in(stage, rows=None, by=None, name="survey.csv", **over):
    """An import that was brought in, by the same function that a worker calls."""
    by = by or lead(stage.cycle)
    made = uploaded(stage, rows, by, name, **over)
    bringing.bring_in(bringing.Silent(), made.pk, made.revision, by.pk)
    made.refresh_from_db()
    return made


def counted():
    """The queries that are asked from here on."""
    return CaptureQueriesContext(connection)
