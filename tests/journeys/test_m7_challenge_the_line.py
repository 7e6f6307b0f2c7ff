"""M7: a member says that a budget line ought not to be withheld, and gets a reasoned reply."""

import pytest

from tests import build

from . import steps

LINE = "What is shown, and what is kept back"
ASK = "Say why it ought to be shown: budget line"
TO_REPLY = "Reply to a challenge to show one budget line: Overall budget"
TO_READ = "Read the reply to your challenge to show one budget line: Overall budget"


@pytest.fixture
def secret(cast):
    return build.withheld(cast.stage("budget"), title="Highest price", summary="Six pounds for a meal.")


def asks(visitor, cast):
    """Mia goes from her first page to the line of the cycle, and says why it ought to be shown."""
    visitor.becomes(cast.mia).follows(steps.CYCLE, LINE)
    visitor.sees("One budget line is not shown here", "Why: It names a bidder.")
    visitor.sees_not("Highest price")
    visitor.follows(ASK)
    visitor.presses("Send it")
    visitor.is_asked_again("Fill in “Why ought it to be shown?”.")
    visitor.writes("Why ought it to be shown?", "It is our money.")
    visitor.presses("Send it")
    visitor.is_told(f"Thank you. You get a reply by {steps.answer_day()}.")


@pytest.mark.req("R14")
def test_it_stays_withheld_for_a_reason_and_until_a_day(visitor, cast, secret):
    asks(visitor, cast)
    visitor.becomes(cast.ola).follows(TO_REPLY)
    visitor.sees("Mia, Meals Voice", "It is our money.", "Highest price")
    visitor.chooses("What comes of it?", "It stays withheld")
    visitor.writes("Your reply", "Firms would ask just this price.")
    visitor.presses("Send the reply")
    visitor.is_asked_again("Give the day when this is looked at again.")
    visitor.dates("If it stays: when do you look at it again?", "6 5 2031")
    visitor.presses("Send the reply")
    visitor.is_told("Your reply is there, with the day when this is looked at again.")
    visitor.becomes(cast.mia).follows(TO_READ)
    visitor.sees("It stays as it is", "Firms would ask just this price.", "6 May 2031")
    visitor.sees_not("Highest price")


@pytest.mark.req("R14")
def test_it_is_opened_and_everybody_sees_how_the_line_has_moved(visitor, cast, secret):
    asks(visitor, cast)
    visitor.becomes(cast.ola).follows(TO_REPLY)
    visitor.chooses("What comes of it?", "Open it to everyone")
    visitor.writes("Your reply", "You are right: here it is.")
    visitor.presses("Send the reply")
    visitor.becomes(cast.mia).follows(TO_READ, "Highest price")
    visitor.sees("Six pounds for a meal.")
    visitor.leaves().follows(steps.CYCLE, LINE)
    visitor.sees("Nothing is kept back in this cycle now.", "You are right: here it is.", "Somebody from Meals Voice")
    visitor.sees("Before: Withheld. Now: Open to everyone")
    visitor.sees_not("Mia")
