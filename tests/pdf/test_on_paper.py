"""What goes to people on paper: forms with codes, letters with answers, a pack, the page before a meeting."""

import os
from pathlib import Path

import pytest

from feedback import bringing
from feedback.report.keeping import pdf_of
from feedback.report.on_paper import forms_of, letters_of, preparation_of
from tests import build
from tests.pdf.structure import faults, text_of
from tests.pdf.test_short_prints import pages

pytestmark = pytest.mark.django_db
SIZES = ["normal", "large"]


@pytest.fixture
def stage(cast):
    """A needs assessment that is open; Paula has no e-mail."""
    cast.paula = build.person("Paula")
    build.member(cast.paula, cast.meals_voice)
    cast.afresh()
    return build.opened(cast.cycle, "needs")


def printed(report, size="normal"):
    data = pdf_of(report, size).read_bytes()
    if folder := os.environ.get("LOOK_AT"):
        Path(folder, f"{type(report).__name__}-{size}.pdf").write_bytes(data)
    return data


def answered(stage, cast, **over):
    """What Paula said on paper, answered, its letter made by the convenor."""
    said = build.contribution(stage, cast.cove, cast.users, channel="paper", given_by=cast.paula, **over)
    answer = build.answer(said)
    bringing.write_letters(stage, cast.cove, [answer.pk])
    return answer


@pytest.mark.req("R70")
def test_a_form_says_what_is_agreed_and_asks_what_the_page_asks(stage, cast):
    batch = build.batch(stage, cast.cove, number=2)
    data = printed(forms_of(batch, cast.cove))
    text = text_of(data)
    told = ("What you can change", "What is on the plate, and when it comes.", "The money for this year.",
            "The cabinet decides", "Within 15 working days", "An experience", "Everyone", "Cove (Meals Voice)",
            "My name may be kept", "It was read back to me", "May we put it in?")  # fmt: skip
    assert [words for words in told if words not in text] == []
    assert [str(sheet) for sheet in batch.sheets.all() if text.count(str(sheet)) < 2] == []
    assert pages(data) == 2 * 2


@pytest.mark.parametrize("size", SIZES)
def test_two_checkers_find_nothing_wrong_with_what_goes_out_on_paper(stage, cast, size):
    answered(stage, cast)
    pack = build.batch(stage, cast.cove, number=1, person=cast.paula)
    meeting = build.session(
        stage, cast.cove, cast.users, before="The menu of May.", questions="What is good?\nWhat not?"
    )
    found = []
    for report in (
        forms_of(build.batch(stage, cast.cove), cast.cove),
        letters_of(stage, cast.cove),
        forms_of(pack, cast.cove),
        preparation_of(meeting, cast.mia),
    ):
        found += faults(printed(report, size))
    assert found == []


@pytest.mark.req("R70", "R82")
def test_a_letter_holds_their_words_the_answer_why_and_a_slip(stage, cast):
    answer = answered(stage, cast, text="I wait at the window.")
    text = text_of(printed(letters_of(stage, cast.cove)))
    told = ("For Paula", "I wait at the window.", "Nothing changed", "We have read it.", "The money does not reach.",
            "Ann wrote this answer", "Cut here", "This does not answer me, because:", str(answer.letter))  # fmt: skip
    assert [words for words in told if words not in text] == []


@pytest.mark.req("R71")
def test_the_letter_of_somebody_unnamed_is_printed_by_the_convenor_alone(stage, cast):
    answered(stage, cast, is_unnamed=True)
    assert "For Paula" in text_of(printed(letters_of(stage, cast.cove)))
    assert "There is no letter to print just now." in text_of(printed(letters_of(stage, cast.ann)))


@pytest.mark.req("R70")
def test_a_pack_holds_the_agreement_one_form_and_the_answers_that_wait(stage, cast):
    answered(stage, cast, text="I wait at the window.")
    pack = build.batch(stage, cast.cove, number=1, person=cast.paula)
    text = text_of(printed(forms_of(pack, cast.cove)))
    told = (
        "For Paula",
        "You do not need the internet",
        "What is in this pack",
        str(pack.sheets.get()),
        "I wait at the window.",
    )
    assert [words for words in told if words not in text] == []


@pytest.mark.req("R74")
def test_the_page_before_a_meeting_says_when_where_and_what_is_talked_about(stage, cast):
    meeting = build.session(stage, cast.cove, cast.users, questions="What is good?\nWhat is not?")
    data = printed(preparation_of(meeting, cast.mia))
    text = text_of(data)
    assert [words for words in ("Chapel hall, 2pm", "What is good?", "What is not?", "Cove") if words not in text] == []
    assert pages(data) == 1
