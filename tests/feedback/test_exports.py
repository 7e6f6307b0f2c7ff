"""Taking out what was said: each reader gets what they may read, no cell is a formula, and nothing is lost."""

import csv
import io
import json
import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from feedback.asking import Asking
from feedback.models import Answer, Contribution
from feedback.moving.columns import FLAT
from feedback.moving.exporting import as_csv, lines_of, xlsx_pieces
from feedback.moving.guard import guarded, is_live, unguarded
from tests import build
from tests.build import moving
from tests.cycle.pages import queries, signed_in, words
from tests.feedback.pages import url

HEADER = [column.name for column in FLAT]


def taken(stage, person=None, form="csv", **query):
    """The response to an export of a stage."""
    return signed_in(person).get(f"{url(stage)}export/{form}/", query)


def rows_of(response):
    """The rows of a CSV export as dicts, guards undone."""
    text = response.getvalue().decode("utf-8-sig")
    return [
        {name: unguarded(cell) for name, cell in row.items()} for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def sheet_of(response):
    """The rows of a workbook, header and all."""
    return CalamineWorkbook.from_filelike(io.BytesIO(response.getvalue())).get_sheet_by_index(0).to_python()


# --- Formulas ---------------------------------------------------------------------------------------------------------

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n '\"|%\u00a0\u200b\ufeff;,"
HOSTILE = st.one_of(
    st.text(st.sampled_from([*SIGNS, *"acmdAB1!()/C"]), max_size=12),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30),
    st.builds("{}{}".format, st.text(st.sampled_from([*SIGNS]), max_size=4),
              st.sampled_from(["cmd|' /C calc'!A0", "HYPERLINK(\"http://evil\")", "1+1", "SUM(A1:A9)", "x"])),
)  # fmt: skip
# What a spreadsheet works out: a sign, also after blanks, or as wide as two letters, or after a tab or a line's end.
WORKED_OUT = re.compile(r"^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")


@settings(max_examples=20_000, deadline=None)
@given(HOSTILE)
@example("'=1+1")
@example("''\t=1")
@example("\ufeff=1")
def test_no_cell_is_a_formula_and_every_text_comes_back(text):
    cell = guarded(text)
    assert not WORKED_OUT.match(cell)
    assert unguarded(cell) == text
    written = io.StringIO()
    csv.writer(written).writerow([cell])
    [[read]] = csv.reader(io.StringIO(written.getvalue(), newline="")) or [[""]]
    assert unguarded(read) == text


def test_words_that_need_no_guard_get_none():
    assert [guarded(text) for text in ("It's cold", "'Late' again", "a=b", "£4.05", "")] == [
        "It's cold", "'Late' again", "a=b", "£4.05", ""
    ]  # fmt: skip
    assert is_live("'=1")


FORMULA = '=HYPERLINK("http://evil.example","x")'
ODD = [FORMULA, "@SUM(A1)", "\t=1", "line\r\nline", "_x0041_", "a\x0bb\x1f", "'=1", " leading", "\u202eabc \U0001f6b2"]


@pytest.mark.req("R89")
def test_hostile_words_come_back_whole_from_every_file(people, needs):
    for text in ODD:
        build.contribution(needs, people.mia, people.users, text=text)
    assert [row["text"] for row in rows_of(taken(needs))] == ODD
    assert [row["text"] for row in json.loads(taken(needs, form="json").getvalue())["contributions"]] == ODD
    book = taken(needs, form="xlsx").getvalue()
    place = HEADER.index("text")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    assert [row[place].replace("\r\n", "\n") for row in sheet[1:]] == [text.replace("\r\n", "\n") for text in ODD]
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


# --- What is in it ----------------------------------------------------------------------------------------------------


@pytest.mark.req("R82")
def test_a_row_holds_what_was_said_and_both_answers_with_their_verdicts(people, needs):
    said = build.contribution(needs, people.mia, people.users, voice="wider", how_known="We asked", how_many=12)
    build.answer(said, text="No.", because="No money.").judge(people.mia, Answer.Verdict.DOES_NOT, "Not one.")
    said.refresh_from_db()
    build.answer(said, outcome="later", text="Soon.")
    [row] = rows_of(taken(needs, people.mia))
    assert list(row) == HEADER
    wanted = {
        "number": str(said.pk), "stage": "needs", "who": "Mia, Meals Voice", "how_many": "12", "state": "answered",
        "said_on": said.given_on.isoformat(), "answer_outcome": "later", "answer_text": "Soon.",
        "answer_later_by": "2030-01-01", "earlier_answer_because": "No money.", "earlier_answer_verdict": "does not",
        "earlier_answer_verdict_words": "Not one.", "address": f"http://testserver{said.get_absolute_url()}",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted
    [whole] = json.loads(taken(needs, people.mia, "json").getvalue())["contributions"]
    assert [answer["text"] for answer in whole["answers"]] == ["No.", "Soon."]
    header, line = sheet_of(taken(needs, people.mia, "xlsx"))
    assert dict(zip(header, line, strict=True))["What it is"] == "A view"


def test_a_name_stands_in_it_only_for_those_who_may_read_it(people, needs):
    build.contribution(needs, people.mia, people.users)
    build.contribution(needs, people.mia, people.users, is_unnamed=True)
    somebody = "Somebody from Meals Voice"
    seen = {
        name: [row["who"] for row in rows_of(taken(needs, person))]
        for name, person in {"nobody": None, "ola": people.ola, "cove": people.cove, "mia": people.mia}.items()
    }
    assert seen == {
        "nobody": [somebody, somebody], "ola": ["Mia, Meals Voice", somebody],
        "cove": ["Mia, Meals Voice"] * 2, "mia": ["Mia, Meals Voice"] * 2,
    }  # fmt: skip


def test_it_follows_the_filters_of_the_list_and_who_reads(people, needs):
    build.contribution(needs, people.mia, people.users, sort="idea")
    build.contribution(needs, people.mia, people.users, openness="withheld")
    assert len(rows_of(taken(needs))) == 1
    assert len(rows_of(taken(needs, people.ola))) == 2
    assert len(rows_of(taken(needs, people.ola, sort="idea"))) == 1
    assert len(rows_of(taken(needs, people.ola, answered="yes"))) == 0


def test_the_number_in_the_other_tool_is_for_officers_only(people, needs):
    moving.brought_in(needs, moving.survey(1), openness="public")
    readers = (None, people.mia, people.cara, people.ola)
    assert [rows_of(taken(needs, person))[0]["reference"] for person in readers] == ["", "", "", "R1"]


def test_a_whole_cycle_is_taken_out_stage_by_stage(people, needs):
    strategy = build.opened(people.cycle, "strategy")
    build.contribution(strategy, people.mia, people.users)
    build.contribution(needs, people.mia, people.users)
    answer = signed_in().get(f"/cycles/{people.cycle.slug}/contributions/export/csv/")
    assert [row["stage"] for row in rows_of(answer)] == ["needs", "strategy"]
    assert re.fullmatch(
        rf'attachment; filename="{people.cycle.slug}-contributions-\d{{4}}-\d\d-\d\d.csv"',
        answer["Content-Disposition"],
    )


def test_the_file_is_called_after_cycle_stage_and_day(needs):
    for form in ("csv", "xlsx", "json"):
        name = rf'filename="{needs.cycle.slug}-{needs.place:02}-needs-contributions-\d{{4}}-\d\d-\d\d\.{form}"'
        answer = taken(needs, form=form)
        assert re.search(name, answer["Content-Disposition"])
        answer.getvalue()
    assert taken(needs, form="exe").status_code == 404


def test_the_page_says_what_every_column_is_and_keeps_the_filters(people, needs):
    build.contribution(needs, people.mia, people.users, sort="idea")
    page = words(signed_in(people.mia).get(f"{url(needs)}export/?sort=idea"))
    assert [column.name for column in FLAT if column.name.removeprefix("earlier_") not in page] == []
    assert "export/csv/?sort=idea" in page
    assert "1 was found." in page


def test_the_queries_do_not_grow_with_the_rows(people, needs):
    asked = []
    for number in (1, 2, 27):
        for _each in range(number):
            build.answer(build.contribution(needs, people.mia, people.users), outcome="changed")
        browser = signed_in(people.mia)
        asked.append(queries(browser, f"{url(needs)}export/json/") and _asked(needs, people.mia))
    assert len(set(asked)) == 1


def _asked(stage, person):
    stage.cycle.__dict__.pop("_standings", None)
    with moving.counted() as found:
        list(as_csv(lines_of([stage], person, Asking(), "")))
    return len(found)


def test_pages_are_cut_so_that_every_row_is_there_once(people, needs, monkeypatch):
    monkeypatch.setattr("feedback.moving.exporting.CHUNK", 3)
    made = [build.contribution(needs, people.mia, people.users).pk for _each in range(7)]
    assert [int(row["number"]) for row in rows_of(taken(needs))] == made
    pages = list(lines_of([needs], None, Asking(), ""))
    assert [len(page) for page in pages] == [3, 3, 1]
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(xlsx_pieces(pages))))
    assert len(book.get_sheet_by_index(0).to_python()) == 8
    assert Contribution.objects.count() == 7
