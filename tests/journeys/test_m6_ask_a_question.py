"""M6, the part that exists: a member asks a question and sees beside it by when the answer is due."""

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
