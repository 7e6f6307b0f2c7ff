"""D1: a councillor reads one page before the meeting, prints it, and writes down that somebody lobbied her."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import build
from tests.pdf.structure import text_of

from . import steps


@pytest.fixture
def decision(cast):
    """A stage that is decided in a week, in which several people have said something."""
    stage = build.opened(
        cast.cycle, "decision", decides_on=timezone.localdate() + timedelta(days=7), purpose="Hot meals or frozen ones?"
    )
    build.contribution(stage, cast.bea, voice="mandate", how_known="At our meeting", how_many=23, text="Keep them hot.")
    build.contribution(stage, cast.pat, cast.providers, text="Frozen ones keep longer.")
    made = build.record(
        stage, officers_advised="A choice of hot or frozen.", authority="cabinet", taken_on=None, rests_on=[stage]
    )
    build.record(stage, model=stage.kind.record_named("shaped"), decision=made)
    build.record(cast.stage("budget"), title="Meals 2023", amount=427_000)
    build.record(cast.stage("context"), title="If the kitchen closes", sort="if things go wrong")
    return stage


@pytest.mark.req("R48", "R50")
def test_a_councillor_reads_one_page_before_the_meeting_and_says_who_lobbied_her(visitor, cast, decision):
    visitor.becomes(cast.cara)
    visitor.sees_in("Waiting for you", "Read one page before it is decided: Decision")
    visitor.follows("Read one page before it is decided: Decision")
    visitor.sees("Hot meals or frozen ones?", "Keep them hot.", "Frozen ones keep longer.", "Hot Plate Ltd")
    visitor.sees("A choice of hot or frozen.", "Meals 2023", "£427,000", "If the kitchen closes")
    visitor.sees_in("Decision points", "Really shaped: 23 January 2023. Who decides: The cabinet or the board.")
    visitor.sees_in("Decision points", "Not taken yet", "2 things in all; Meals Voice (Users' group): 1")
    text = text_of(visitor.reads_print("This page as a PDF, to print"))
    assert text.count("page 1 of 1") == 1
    assert [words for words in ("Keep them hot.", "Meals Voice 1 0 1 0 23", "£427,000") if words not in text] == []

    visitor.follows("Write down that you were briefed or lobbied")
    visitor.writes("What it was about", "Frozen meals for everybody")
    visitor.writes("What was said, in plain words", "A firm wants to sell us frozen meals.")
    visitor.chooses("What it was", "Lobbying: somebody wanted a certain outcome")
    visitor.writes("Who spoke with whom", "A seller with me")
    visitor.writes("For whom they spoke", "The firm")
    visitor.dates("When it was", "12 January 2023")
    visitor.presses("Save")
    visitor.is_told("“Frozen meals for everybody” is saved.")
    steps.goes_to(
        visitor.leaves(), "Decision", "Decisions and talks", "Briefings and lobbying", "Frozen meals for everybody"
    )
    visitor.sees("A firm wants to sell us frozen meals.", "The firm", "12 January 2023")
