"""M10: a member says how open a stage is without being named, and reads it beside what the authority says itself."""

import pytest

from tests import build

from . import steps

NEEDS = "Needs assessment"
KEPT = "Thank you. Your answer is kept without your name. It is shown only in a count of five people or more."
NOTHING = "Nothing is shown before 5 people have answered."
QUESTION = "How open is the authority in this stage?"


@pytest.fixture
def needs(cast):
    return build.opened(cast.cycle, "needs")


def goes_to_openness(visitor):
    steps.goes_to(visitor, NEEDS, "Read more about how open it is here")


@pytest.mark.req("R23")
def test_she_places_what_the_authority_says_and_nobody_learns_what_she_said(visitor, cast, needs):
    goes_to_openness(visitor.becomes(cast.ann))
    visitor.sees("It has not said yet how open it is here.", "You have a seat in this cycle.")
    visitor.presses("Say how open the authority is")
    visitor.chooses(QUESTION, "Open and willing")
    visitor.presses("Say so")
    visitor.is_asked_again("Fill in “What it means by that”.")
    visitor.writes("What it means by that", "You can change the menu and the times.")
    visitor.presses("Say so")
    visitor.is_told("It is written down for all to read.")

    others = build.members(cast.cycle, 4)
    build.placed(needs, others[:3], "says", "says", "open")
    goes_to_openness(visitor.becomes(cast.mia))
    visitor.sees("Valley Council says", "You can change the menu and the times.", NOTHING)
    visitor.sees("If everybody says the same, the count shows what each of you said.")
    visitor.presses("Send my answer")
    visitor.is_asked_again("Choose an answer for “How open is the authority in this stage?”.")
    visitor.chooses(QUESTION, "Not open")
    visitor.presses("Send my answer")
    visitor.is_told(KEPT)
    visitor.sees("You have answered. You can change your answer.", NOTHING)
    visitor.chooses(QUESTION, "Says it is open, but is not")
    visitor.presses("Change my answer")
    visitor.is_told(KEPT)
    visitor.sees(NOTHING)

    build.placed(needs, others[3:], "closed")
    goes_to_openness(visitor.leaves())
    visitor.sees(
        "“Open and willing”",
        "Of 5 people, 1 chose “Open and willing”, 3 chose “Says it is open, but is not” and 1 chose “Not open”.",
        "5 people who take part",
    )
    visitor.sees_not("Mia", NOTHING)
    visitor.follows("How open it is in every stage of this cycle")
    visitor.sees("Open and willing", "Of 5 people, 1 chose")
