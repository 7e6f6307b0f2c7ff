"""The short prints: where a cycle is on two pages, and the one page before something is decided."""

import io
from datetime import date, timedelta

import pikepdf
import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from cycle.models import Cycle, Stage
from feedback.report.briefing import briefing_of
from feedback.report.keeping import pdf_of
from feedback.report.where import where_we_are
from tests import build
from tests.browser import sign_in
from tests.pdf.conftest import address
from tests.pdf.crowd import crowd
from tests.pdf.rich import CANARIES, INVOLVED_ONLY
from tests.pdf.structure import faults, hidden_texts, text_of


def where(person=None, size="normal"):
    """The bytes of where the only cycle is, from fresh rows."""
    return pdf_of(where_we_are(Cycle.objects.select_related("authority").get(), person), size).read_bytes()


def before(person=None, size="normal", kind="needs"):
    """The bytes of the page before something is decided in a stage, from fresh rows."""
    stage = Stage.objects.select_related("cycle__authority").get(kind_slug=kind)
    return pdf_of(briefing_of(stage, person), size).read_bytes()


def pages(data):
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("reader", [None, "mia", "ann"])
def test_a_rich_cycle_prints_on_two_pages_and_a_stage_of_it_on_one(rich, reader):
    reader = reader and getattr(rich, reader)
    assert (pages(where(reader)), pages(before(reader)), pages(before(reader, kind="review"))) == (2, 1, 1)


def test_a_cycle_in_which_everything_is_long_prints_on_two_pages_all_the_same(cast):
    crowd(cast)
    assert [pages(where(reader)) for reader in (None, cast.ann)] == [2, 2]


@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("reader", [None, "ann"])
def test_two_checkers_find_nothing_wrong_with_the_short_prints(rich, reader, size):
    reader = reader and getattr(rich, reader)
    assert faults(where(reader, size)) + faults(before(reader, size)) == []


def test_a_cycle_in_which_nothing_has_happened_yet_prints_soundly_too(cast):
    assert faults(where()) + faults(before()) == []
    assert "Nobody has said anything yet." in text_of(where())
    assert "Nothing has been put before the parties yet." in text_of(before())


@pytest.mark.req("R6")
def test_where_we_are_tells_of_every_stage_its_state_its_agreement_what_changed_and_on_whom_it_waits(cast):
    build.record(cast.stage("budget"), title="Meals 2023")
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.bea)
    build.budget_cut(cast.cycle)
    text = text_of(where())
    day = f"{cast.cycle.events.order_by('number').last().at:%-d %B}"
    assert f"Changed Signed before a change (version 1) 1 change since: Meals 2023, {day} Commissioning" in text
    assert "Needs assessment, " not in text  # no day is set for its decision
    assert "Needs assessment: The cabinet decides, after it has read what you said." in text
    assert text.count("Not yet") >= 12 * 2  # in the table, and in the figure
    assert Cycle.objects.get().ledger_head in text.replace(" ", "")


def test_what_is_late_is_told_with_the_day_by_which_it_is_judged(cast):
    today = timezone.localdate()
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.cove, channel="paper", given_on=today - timedelta(days=60))
    build.answer(build.contribution(needs), outcome="later", later_by=today - timedelta(days=1))
    text = text_of(where())
    assert f"What is late on {today:%-d %B %Y}" in text
    assert "Needs assessment: 1 answer, due on" in text
    assert "Needs assessment: 1 promise, for" in text


@pytest.mark.req("R48", "R68")
def test_the_page_before_the_meeting_counts_every_party_and_lets_each_speak_for_itself(rich):
    text = text_of(before(rich.cara))
    wanted = [
        "An experience: 1; A view: 1; An idea: 1; A question: 1; A concern: 1; An objection: 1.",
        "Meals Voice 5 4 1 0 23",
        "Hot Plate Ltd 1 1 0 0 0 “Two deliveries a week.”",
        "What officers put before you",
        "Money",
        "Prices of food",
    ]
    assert [each for each in wanted if each not in text] == []


def test_the_page_before_the_meeting_says_what_is_asked_what_is_fixed_and_who_decides_when(cast):
    build.opened(cast.cycle, "needs", decides_on=date(2023, 1, 23))
    text = text_of(before())
    wanted = [
        "What is asked We find out together what meals at home should be like.",
        "What is fixed, and why The money for this year. The council has set its budget.",
        "Who decides The cabinet decides, after it has read what you said.",
        "When 23 January 2023",
        "Agreement: in force.",
    ]
    assert [each for each in wanted if each not in text] == []


def test_what_is_not_for_a_reader_is_nowhere_in_their_short_prints(rich):
    readers = {"public": None, "bea": rich.bea, "zoe": rich.zoe}
    files = {
        name: "".join(text_of(data) + hidden_texts(data) for data in (where(who), before(who)))
        for name, who in readers.items()
    }
    seen = {name: {canary for canary in CANARIES if canary in text} for name, text in files.items()}
    assert seen["public"] == seen["zoe"] == set()
    assert seen["bea"] <= {INVOLVED_ONLY}


@pytest.mark.parametrize(("name", "file"), [("briefing_pdf", "community-meals-03-needs-briefing"),
                                            ("where_we_are_pdf", "community-meals-where-we-are")])  # fmt: skip
def test_the_short_prints_open_under_names_of_their_own(rich, client, name, file):
    stage = rich.stage("needs")
    path = address(name, stage) if name == "briefing_pdf" else reverse(name, args=[stage.cycle.slug])
    assert client.get(path)["Content-Disposition"] == f'inline; filename="{file}.pdf"'
    large = client.get(path, {"size": "large"})
    assert large["Content-Disposition"] == f'inline; filename="{file}-large-print.pdf"'


def test_when_a_short_print_cannot_be_made_its_page_is_offered(rich, client, settings, tmp_path):
    settings.REPORT_SECONDS, settings.REPORTS_DIR = 0, tmp_path
    sign_in(client, rich.cara)
    answer = client.get(reverse("where_we_are_pdf", args=[rich.cycle.slug]))
    assert answer.status_code == 503
    assert f'href="{reverse("where_we_are", args=[rich.cycle.slug])}"' in answer.content.decode()


def test_the_command_writes_where_each_cycle_is(rich, tmp_path):
    call_command("write_reports", to=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "community-meals-03-needs.pdf",
        "community-meals-where-we-are.pdf",
    ]
