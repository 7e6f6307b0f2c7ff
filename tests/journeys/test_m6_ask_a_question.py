"""M6: a member asks a question and sees beside it by when the answer is due, what it is, or why there is none."""

import pytest

from tests import build

from . import steps

NEEDS = "Needs assessment"


def test_a_question_stands_beside_the_day_of_its_answer(visitor, cast):
    build.opened(cast.cycle, "needs")
    steps.goes_to(visitor.becomes(cast.mia), NEEDS, "What people said (0)")
    steps.says(visitor, "A question", "Who checks on people in the winter?")
    visitor.sees("Waits for an answer", f"An answer is due by {steps.answer_day()}.")
    visitor.follows("Everything that people said here")
    visitor.sees("Who checks on people in the winter?", f"due by {steps.answer_day()}")
    visitor.picks("What it is", "A question")
    visitor.picks("Answer", "Wait for an answer")
    visitor.presses("Show")
    visitor.sees("Who checks on people in the winter?")


@pytest.mark.req("R79")
def test_a_question_that_is_not_answered_says_why_to_everybody(visitor, cast):
    asked = build.contribution(build.opened(cast.cycle, "needs"), cast.mia, sort="question", text="Who was it?")
    visitor.becomes(cast.ann).follows(f"Answer 1 contribution: {NEEDS}")
    steps.opens(visitor, asked.text)
    visitor.presses("Answer this")
    visitor.chooses("What came of it?", "This question is not answered")
    visitor.writes("Your answer", "We cannot tell you that.")
    visitor.presses("Send the answer")
    visitor.is_asked_again("Say why the question is not answered.")
    visitor.writes("Why is it not answered?", "A court looks at it.")
    visitor.presses("Send the answer")
    steps.goes_to(visitor.leaves(), NEEDS, "What people said (1)", "Questions that people asked, and the answers")
    visitor.sees("Who was it?", "Not answered, and why", "A court looks at it.")
