"""Different people do the next stage: what came of the last one and why is handed over, read, and gone on from."""

import pytest

from tests import build

from . import steps

NEEDS, STRATEGY = "Needs assessment", "Agree strategic framework"
WORDS = {
    "What came of it": "A list of six needs.",
    "The thinking behind it": "We wrote each need as it was said.",
    "For whom to look out": "The lunch club: most of them have no computer.",
}
TAKES = "I begin with the knock on the door. Who stopped getting meals?"


@pytest.mark.req("R7", "R3")
def test_one_officer_hands_a_stage_over_and_the_other_reads_it_and_goes_on(visitor, cast):
    build.opened(cast.cycle, "needs")
    steps.goes_to(visitor.becomes(cast.ola), NEEDS, "What happened")
    visitor.presses("Hand this stage over")
    visitor.chooses("Who goes on?", "Ann")
    visitor.picks("With which stage do they go on?", STRATEGY)
    visitor.presses("Hand it over")
    visitor.is_asked_again("Fill in “What came of it”.", "Fill in “The thinking behind it”.")
    for label, words in WORDS.items():
        visitor.writes(label, words)
    visitor.presses("Hand it over")
    visitor.is_told("Your hand-over is written down. Ann is asked to read it.")

    visitor.becomes(cast.ann).follows(f"Read what Ola hands over to you: {NEEDS}")
    visitor.sees(*WORDS.values(), "Ann has not read it yet.")
    visitor.writes("What you take from it, and what you still need to know", TAKES)
    visitor.presses("I have read it")
    visitor.is_told("It is written down that you have read it.")
    visitor.follows(STRATEGY)
    visitor.presses("Begin this stage")
    visitor.writes("Why is it begun now?", "The list of needs is there.")
    visitor.picks("From which stage do you come?", NEEDS)
    visitor.presses("Begin")
    visitor.is_told(f"“{STRATEGY}” has begun.")

    visitor.leaves().follows(steps.CYCLE, "The way so far")
    visitor.sees("Why: The list of needs is there.", f"It follows from: {NEEDS}")
    visitor.follows(f"{STRATEGY}, round 1", "From Ola to Ann")
    visitor.sees(*WORDS.values(), TAKES, "Ann read it on")
