"""The room of a stage's work: what it shows to whom, at the same cost for few and for many, and as files."""

import io
import json

import pytest
from python_calamine import CalamineWorkbook

from cycle.glance import MOST_ROWS, Table, row
from cycle.models import KINDS
from tests import build
from tests.cycle.pages import queries, signed_in, words

TALK = ("contacts",)  # written by those who decide


def address(stage, *further):
    return "/".join(["", "cycles", stage.cycle.slug, "stages", stage.kind_slug, "whole", *further, ""])


def one_of_each(stage):
    """A record of each sort that officers add."""
    return [build.record(stage, model=model) for model in stage.kind.records if model.SLUG not in TALK]


@pytest.mark.django_db
@pytest.mark.parametrize("slug", KINDS)
def test_it_takes_the_same_queries_for_two_and_for_six_of_each_sort(cast, slug):
    stage = build.begin(cast.stage(slug))
    for _time in range(2):
        one_of_each(stage)
    readers = [signed_in(cast.mia), signed_in(cast.ann)]
    few = [queries(client, address(stage)) for client in readers]
    for _time in range(4):
        one_of_each(stage)
    assert [queries(client, address(stage)) for client in readers] == few


@pytest.mark.django_db
def test_it_shows_the_newest_five_of_each_sort_and_leads_to_all(cast):
    stage = cast.stage("needs")
    for number in range(7):
        build.record(stage, model=stage.kind.record_named("evidence"), title=f"Evidence {number}")
    page = words(signed_in(cast.mia).get(address(stage)))
    assert [f"Evidence {number}<" in page for number in range(7)] == [False, False, True, True, True, True, True]
    assert "All evidence" in page


@pytest.mark.django_db
def test_what_is_not_open_is_counted_and_officers_alone_read_what_is_missing(cast):
    stage = build.opened(cast.cycle, "needs")
    build.withheld(stage, title="A secret need")
    build.record(stage, openness="involved", title="A shared need")
    pages = {name: words(signed_in(getattr(cast, name, None)).get(address(stage))) for name in ("nobody", "mia", "ann")}
    assert "2 of the newest are not open to you." in pages["nobody"]
    assert "1 of the newest is not open to you." in pages["mia"]
    assert ["A secret need" in page for page in pages.values()] == [False, False, True]
    assert ["A shared need" in page for page in pages.values()] == [False, True, True]
    assert ["Before this stage is finished:" in page for page in pages.values()] == [False, False, True]


@pytest.mark.django_db
def test_a_stage_that_holds_nothing_says_so(cast):
    page = words(signed_in().get(address(cast.stage("context"))))
    assert page.count("Nothing is recorded here yet.") == len(KINDS["context"].records)


def test_a_table_is_cut_where_it_is_too_long_for_one_look():
    table = Table("", ["Number", "Words"], [row(number, "words") for number in range(MOST_ROWS + 5)])
    assert (len(table.lines), table.more) == (MOST_ROWS, 5)


def taken_out(stage, person, form):
    """The bytes of a file of the stage's work."""
    return signed_in(person).get(address(stage, "export", form)).getvalue()


@pytest.mark.django_db
def test_everything_is_taken_out_as_its_reader_may_read_it(cast):
    needs, aims = cast.stage("needs"), cast.stage("strategy")
    shown, kept = build.record(needs, title="=1+1"), build.withheld(needs, title="The secret one")
    build.record(aims, title="Meals for all", needs=[shown, kept])
    found = json.loads(taken_out(needs, cast.mia, "json"))
    assert [each["title"] for each in found["needs"]["records"]] == ["=1+1"]
    assert (found["needs"]["not_open_to_you"], found["evidence"]["not_open_to_you"]) == (1, 0)
    assert found["about"]["stage"] == "Needs assessment"
    assert len(json.loads(taken_out(needs, cast.ann, "json"))["needs"]["records"]) == 2
    book = CalamineWorkbook.from_filelike(io.BytesIO(taken_out(aims, cast.mia, "xlsx")))
    assert book.sheet_names == ["1 strategic aims", "2 text, by paragraph"]
    head, first = book.get_sheet_by_index(0).to_python()
    said = dict(zip(head, first, strict=True))
    assert (said["Title"], said["Needs that it meets"]) == ("Meals for all", "=1+1, one need that is not open to you")


@pytest.mark.django_db
def test_no_cell_of_a_csv_runs(cast):
    stage = cast.stage("needs")
    build.record(stage, title="=1+1", how_many=12)
    url = f"/cycles/{cast.cycle.slug}/stages/needs/records/needs/csv/"
    response = signed_in().get(url)
    head, line = response.getvalue().decode("utf-8-sig").splitlines()[:2]
    assert head.startswith("number,title,summary,sort")
    assert ",'=1+1," in line
    assert "attachment" in response["Content-Disposition"]
