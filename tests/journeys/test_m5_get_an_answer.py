"""M5: a member gets an answer and says whether it answers her; what does not is answered again."""

import pytest

from tests import build

from . import steps

NEEDS = "Needs assessment"
TO_SAY = "Say whether this answers you: “Hot food matters to me.”"


@pytest.fixture
def answered(cast):
    build.answer(build.contribution(build.opened(cast.cycle, "needs"), cast.mia), cast.ann)
    return cast


@pytest.mark.req("R82")
def test_a_member_says_that_it_answers_her(visitor, answered):
    visitor.becomes(answered.mia).follows(TO_SAY)
    visitor.sees("We have read it.", "The money does not reach.")
    visitor.chooses("Does it answer you?", "This answers me")
    visitor.presses("Send")
    visitor.is_told("Thank you for saying so.")
    visitor.follows("In the Round")
    visitor.sees("Nothing waits for you just now.")


@pytest.mark.req("R82")
def test_an_answer_that_is_none_goes_back_to_the_officer(visitor, answered):
    visitor.becomes(answered.mia).follows(TO_SAY)
    visitor.chooses("Does it answer you?", "This does not answer me")
    visitor.presses("Send")
    visitor.is_asked_again("Say what is missing, so that a better answer can be given.")
    visitor.writes("In your own words", "You do not say what a hot meal costs.")
    visitor.presses("Send")
    visitor.is_told("It goes back to the officer, who has to answer again.")
    visitor.becomes(answered.ann).follows(f"Answer 1 contribution: {NEEDS}")
    steps.opens(visitor, "Hot food matters to me.")
    visitor.sees("You do not say what a hot meal costs.", "Waits for an answer")
    visitor.presses("Answer this")
    visitor.chooses("What came of it?", "Nothing changed")
    visitor.writes("Why did nothing change?", "A hot meal costs £6.28, and the council pays £1.73 of it.")
    visitor.writes("Your answer", "Here is the price.")
    visitor.presses("Send the answer")
    visitor.becomes(answered.mia).follows(TO_SAY)
    visitor.sees("A hot meal costs £6.28", "This does not answer me", "You do not say what a hot meal costs.")
