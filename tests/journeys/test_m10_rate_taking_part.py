"""M10: both sides say from 1 to 10 how taking part went, without being named, and read it side by side (R62)."""

import pytest

from tests import build

from . import steps

NEEDS = "Needs assessment"
KEPT = "Thank you. Your answer is kept without your name. It is shown only in a count of five people or more."
TOO_FEW = "Too few to show: nothing is told before 5 people of a side have answered."
MATTERED, HEARD = "How much did taking part matter?", "Were people listened to?"


@pytest.fixture
def needs(cast):
    """A stage that was just finished."""
    stage = build.opened(cast.cycle, "needs")
    build.record(stage)
    stage.finish(cast.ann)
    return stage


def rates(visitor, person, number):
    """From the first page on, which asks for it."""
    visitor.becomes(person).page.goto("/")
    visitor.follows(f"Say how taking part went: {NEEDS}")
    visitor.sees("Your name is not kept with your answer.", TOO_FEW)
    visitor.picks(MATTERED, number)
    visitor.presses("Send my answer")
    visitor.is_told(KEPT)


@pytest.mark.req("R62")
def test_both_sides_rate_it_and_read_it_side_by_side(visitor, cast, needs):
    people, seats = build.members(cast.cycle, 4), build.seats(cast.cycle, 4)
    visitor.becomes(cast.mia).page.goto("/")
    visitor.follows(f"Say how taking part went: {NEEDS}")
    visitor.presses("Send my answer")
    visitor.is_asked_again(f"Choose an answer for “{MATTERED}”.")
    rates(visitor, cast.mia, "3")
    visitor.sees("You have answered. You can change your answer.", TOO_FEW)
    rates(visitor, cast.ann, "9")
    build.rated(needs, people, 4)
    build.rated(needs, seats, 8)
    steps.goes_to(visitor.leaves(), "What taking part came to")
    visitor.sees("3.8", "8.2", "The authority gives 4.4 more than people do.")
    visitor.sees_not("Mia", "Ann")
    with visitor.at_width(320):
        assert visitor.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
