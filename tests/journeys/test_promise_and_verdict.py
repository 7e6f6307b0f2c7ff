"""An officer promises, tells the truth about what came of it, and those promised to say how they see it (R78)."""

import pytest
from django.utils import timezone

from tests import build

from . import steps

VANS = "There will be two vans on each round."


@pytest.fixture
def open_stage(cast):
    """A stage in which Meals Voice and the officers have agreed."""
    build.opened(cast.cycle, "needs")
    return cast


@pytest.mark.req("R78", "R82")
def test_a_promise_is_made_broken_and_seen_by_both_sides_and_by_anybody(visitor, open_stage):
    visitor.becomes(open_stage.ann)
    visitor.follows(steps.CYCLE, "Needs assessment", "Promises")
    visitor.presses("Promise something")
    visitor.writes("What do you promise?", VANS)
    visitor.dates("By when?", f"31 1 {timezone.localdate().year + 1}")
    visitor.ticks("Meals Voice")
    visitor.chooses("With what authority?", "It is more than I may decide alone")
    visitor.presses("I promise this")
    visitor.is_asked_again("Fill in “What lets you promise it?”.")
    visitor.writes("What lets you promise it?", "I will ask the cabinet.")
    visitor.presses("I promise this")
    visitor.is_told("Your promise is written down, with its day.")
    visitor.sees("This is more than the one who promised it may decide alone.")

    visitor.presses("Say what came of it")
    visitor.chooses("Was it kept?", "Not kept")
    visitor.writes("What happened?", "There is one van.")
    visitor.presses("Write it down")
    visitor.is_asked_again("Say why it was not kept, or not all of it.")
    visitor.writes("If it was not kept, or not all of it: why?", "There was no money.")
    visitor.presses("Write it down")
    visitor.sees("There is one van.", "There was no money.")

    visitor.leaves()
    visitor.becomes(open_stage.bea)
    visitor.follows(f"Say whether this promise to you was kept: “{VANS}”")
    visitor.chooses("Was this promise kept?", "Kept in part")
    visitor.writes("In your own words", "One van comes twice.")
    visitor.presses("Send")
    visitor.sees("One van comes twice.", "1 of 1 to whom it was promised sees it otherwise.")

    visitor.leaves()
    visitor.page.goto("/")
    visitor.follows(steps.CYCLE, "Promises, and whether they were kept")
    visitor.sees(VANS, "Not kept", "1 of 1 to whom it was promised sees it otherwise.")


@pytest.mark.req("R82")
def test_an_officer_tells_everybody_what_came_of_it_and_anybody_reads_and_prints_it(visitor, open_stage):
    needs = open_stage.stage("needs")
    build.answer(build.contribution(needs, open_stage.mia, text="Free, please."), because="There is no money.")
    visitor.becomes(open_stage.ann)
    visitor.follows(steps.CYCLE, "Needs assessment", "What came of it")
    visitor.follows("Write a few sentences of your own for this page")
    visitor.writes("What do you want to tell people?", "The meals stay.")
    visitor.presses("Save")
    visitor.is_told("Saved. Nobody else reads it until you publish it.")
    visitor.presses("Publish this")
    visitor.is_told("Everybody can read it now.")
    visitor.follows("Easy Read, with pictures")
    visitor.sees("Nobody has written this in Easy Read yet.")
    visitor.follows("Write it in Easy Read")
    visitor.writes("Idea 1", "Hot meals stay.")
    visitor.picks("Picture for idea 1", "A meal")
    visitor.presses("Save, and offer more lines")
    visitor.presses("Publish this")
    visitor.sees("Hot meals stay.")

    visitor.leaves()
    visitor.page.goto("/")
    visitor.follows(steps.CYCLE, "Needs assessment", "What came of it")
    visitor.sees("The meals stay.", "1 of 1 answered", "Free, please.", "There is no money.")
    visitor.follows("Easy Read, with pictures")
    visitor.sees("Hot meals stay.")
