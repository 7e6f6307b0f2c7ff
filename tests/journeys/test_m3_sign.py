"""M3: who may speak for a group signs, signs with a reservation, or declines; the last signature opens the stage."""

import pytest

from tests import build

from . import steps

NEEDS = "Needs assessment"
TO_READ = f"Read the agreement, and sign it or say why not: {NEEDS}"


@pytest.fixture
def proposed(cast):
    build.proposed(cast.stage("needs"))
    return cast


@pytest.mark.req("R9")
def test_the_stage_opens_with_the_last_signature(visitor, proposed):
    steps.goes_to(visitor.becomes(proposed.mia), NEEDS)
    visitor.sees("Version 1 waits for the answer of", "The stage opens when everybody who has to sign has signed.")
    visitor.follows("What people said (0)")
    visitor.sees("This stage is not open, so nothing is asked of anybody in it now.")
    visitor.becomes(proposed.ann).follows(TO_READ)
    steps.answers(visitor, "We agree to version 1")
    visitor.is_told("You have signed for Commissioning team.")
    visitor.becomes(proposed.bea).follows(TO_READ)
    steps.answers(visitor, "We agree to version 1")
    visitor.is_told(
        "You have signed for Meals Voice. That was the last signature that was missing: the stage is open now."
    )
    visitor.sees("Version 1 is in force: everybody who has to sign has signed.")


@pytest.mark.req("R9")
def test_a_reservation_is_kept_in_her_own_words(visitor, proposed):
    visitor.becomes(proposed.bea).follows(TO_READ)
    visitor.presses("We agree, with a reservation")
    visitor.presses("Send our answer to version 1")
    visitor.is_asked_again("Say in a few words what your reservation is, or why you do not agree.")
    visitor.writes("In your own words", "Five weeks over Christmas are too short.")
    visitor.presses("Send our answer to version 1")
    visitor.is_told("You have signed for Meals Voice, with your reservation.")
    visitor.follows("In the Round")
    visitor.sees("Nothing waits for you just now.")
    steps.goes_to(visitor.leaves(), NEEDS)
    visitor.sees("Five weeks over Christmas are too short.", "We agree, with a reservation")


@pytest.mark.req("R9")
def test_a_no_holds_the_stage_and_does_no_harm(visitor, proposed):
    visitor.becomes(proposed.bea).follows(TO_READ)
    steps.answers(visitor, "We do not agree", "Nobody told us the price.")
    visitor.is_told("You have said no for Meals Voice. Your words are kept.")
    visitor.sees("Meals Voice said no to version 1.", "The stage waits.", "Saying no is a right")
    visitor.becomes(proposed.ann)
    visitor.sees_in("Waiting for you", f"Read why, and propose a new version: {NEEDS}")
    visitor.follows(f"Read why, and propose a new version: {NEEDS}")
    visitor.sees("Nobody told us the price.", "Draft a new version")


def test_a_member_who_may_not_sign_is_not_asked_to(visitor, proposed):
    visitor.becomes(proposed.mia)
    visitor.sees("Nothing waits for you just now.")
    visitor.follows(steps.CYCLE, NEEDS)
    visitor.sees_not("Your answer for Meals Voice")
