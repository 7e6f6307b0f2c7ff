"""What goes back to people, on paper: sound for two checkers, the same for every reader, never with what is closed."""

import io

import pikepdf
import pytest

from cycle.models import Cycle, Stage
from feedback.models import Sheet
from feedback.report.contents import report_of
from feedback.report.group_told import group_told
from feedback.report.keeping import html_of, pdf_of
from feedback.report.told import easy_told, told_back
from tests import build
from tests.pdf.rich import CANARIES
from tests.pdf.structure import faults, text_of

EASY = {"text": "We asked you.\nHot meals stay.\nThank you.", "pictures": "ask\nmeal\n-"}


def place(kind=None):
    """The only cycle, and one stage of it or None, from fresh rows."""
    cycle = Cycle.objects.select_related("authority").get()
    stage = kind and Stage.objects.select_related("cycle__authority").get(kind_slug=kind)
    return (stage.cycle, stage) if stage else (cycle, None)


def pages(data):
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


@pytest.fixture
def told(rich):
    """A rich stage with promises of every state, and words of officers in both forms."""
    needs = rich.stage("needs")
    build.promise(needs)
    build.promise_verdict(build.concluded(build.promise(needs), "broken"), rich.bea, "kept", "It came.")
    for stage in (needs, None):
        Sheet.write(rich.cycle, stage, "plain", rich.ann, "The meals stay.").publish(rich.ann)
        Sheet.write(rich.cycle, stage, "easy", rich.ann, **EASY).publish(rich.ann)
    return rich


@pytest.mark.req("R82")
@pytest.mark.parametrize("size", ["normal", "large"])
def test_two_checkers_find_nothing_wrong_with_the_sheets(told, size):
    for kind in ("needs", None):
        data = pdf_of(told_back(*place(kind)), size).read_bytes()
        assert faults(data) == []
        assert "The meals stay." in text_of(data)
        assert [word for word in CANARIES if word in text_of(data)] == []


@pytest.mark.req("R82")
def test_two_checkers_find_nothing_wrong_with_easy_read_with_pictures_and_before_anybody_wrote_it(told):
    data = pdf_of(easy_told(*place("needs"))).read_bytes()
    assert faults(data) == faults(pdf_of(easy_told(*place("budget"))).read_bytes()) == []
    assert "Hot meals stay." in text_of(data)
    assert pages(data) == 1


def test_a_group_prints_what_came_of_what_it_said(told):
    data = pdf_of(group_told(told.meals_voice, told.mia, is_member=True)).read_bytes()
    assert faults(data) == []
    assert "Hot food matters to me." in text_of(data)


def test_a_sheet_of_an_empty_cycle_prints_soundly(cast):
    assert faults(pdf_of(told_back(*place())).read_bytes()) == []


def test_one_print_serves_all(told):
    assert html_of(told_back(*place("needs")), "normal") == html_of(told_back(*place("needs")), "normal")


def test_two_checkers_find_nothing_wrong_with_drawn_figures_and_a_grid_of_risks(cast):
    for kind, slug in (("needs", "figures"), ("testing", "risks")):
        stage = cast.stage(kind)
        build.record(stage, model=stage.kind.record_named(slug))
        data = pdf_of(report_of(place(kind)[1], None)).read_bytes()
        assert faults(data) == []
