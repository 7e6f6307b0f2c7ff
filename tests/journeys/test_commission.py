"""An officer writes down what is meant to be done: from which priority and decision, and the part of users in it."""

import pytest

from tests import build
from tests.pdf.structure import text_of

from . import steps

ROOM = "What is meant to be done"


@pytest.mark.req("R52", "R53")
def test_an_ending_follows_from_a_priority_and_a_decision_and_users_take_part_in_each_step(visitor, cast):
    build.opened(cast.cycle, "commissioning")
    build.record(cast.stage("priorities"), title="Find the saving")
    build.record(cast.stage("decision"), title="Fewer rounds")
    steps.goes_to(visitor.becomes(cast.ola), "Commission", ROOM)
    visitor.follows("Add an intention")
    visitor.writes("Title", "Some rounds end")
    visitor.writes("In plain words", "A new face may come to your door.")
    visitor.ticks("Find the saving")
    visitor.picks("Decision that it follows from", "Fewer rounds")
    visitor.chooses("Sort of change", "End it")
    visitor.writes("Money saved by it a year", "5,000")
    visitor.presses("Save")
    visitor.is_told("“Some rounds end” is saved.")
    steps.goes_to(visitor, "Commission", ROOM)
    visitor.sees("“Some rounds end” ends something. No step open to you says how users take part")
    visitor.follows("Add a step")
    visitor.writes("Title", "Write to everybody")
    visitor.writes("In plain words", "You get a letter.")
    visitor.picks("Change that it belongs to", "Some rounds end")
    visitor.chooses("When in the change it comes", "At the start, before anything changes")
    visitor.dates("By when", "28 2 2023")
    visitor.writes("Who leads it", "The head of care")
    visitor.writes("How those whom it affects take part in it", "Members read the letter first.")
    visitor.presses("Save")
    steps.goes_to(visitor.leaves(), "Commission", ROOM)
    visitor.sees("Find the saving", "Fewer rounds", "−£5,000", "Members read the letter first.", "28 February 2023")
    steps.goes_to(visitor, "Commission", "Report")
    text = text_of(visitor.reads_print())
    assert [
        words for words in ("Find the saving", "Fewer rounds", "Members read the letter first.") if words not in text
    ] == []
