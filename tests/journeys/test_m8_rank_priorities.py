"""M8: a member ranks priorities, sees both sides' rankings side by side, and why the final list differs."""

import re

import pytest

from tests import build
from tests.pdf.structure import text_of

from . import steps

STAGE, ROOM, TITLE = "Agree priorities", "What comes first", "Three things, one order"
WAITS = f"Say what matters most: “{TITLE}”"
IN = "Your ballot is in. You can change it until this is closed."


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "priorities")


@pytest.mark.req("R45")
def test_a_member_ranks_and_sees_both_sides_and_why_the_list_differs(visitor, cast, stage):
    asked = build.open_exercise(stage, title=TITLE)
    build.ballot(asked, cast.pat, cast.providers, "A low price", "Hot meals", "More choice")
    visitor.becomes(cast.mia).follows(WAITS)
    visitor.sees("From users: 0. From professionals: 1.", "nobody sees it, also no officer, until this is closed")
    visitor.presses("Give your ballot")
    visitor.picks("Hot meals", "1")
    visitor.picks("A low price", "2")
    visitor.presses("Send your ballot")
    visitor.is_told(IN)
    visitor.sees("Your ballot for Meals Voice", "1: Hot meals", "2: A low price")

    steps.goes_to(visitor.becomes(cast.ola), STAGE, ROOM, TITLE)
    visitor.sees_not("1: Hot meals")
    visitor.presses("Close it and count")
    visitor.sees("Ballots from users: 1. Ballots from professionals: 1.")
    visitor.presses("Close it and count")
    visitor.is_told("It is closed. Here is what came of it.")
    visitor.presses("Agree the list")
    for place, thing in enumerate(("Hot meals", "A low price", "More choice"), start=1):
        visitor.writes(f"Agreed place of “{thing}”", str(place))
    visitor.writes("Why “A low price” stands there", "It comes second, since users wait for hot meals.")
    visitor.presses("Save the agreed list")
    visitor.is_asked_again("Professionals put “Hot meals” at 2. Say why the agreed place differs.")
    visitor.writes("Why “Hot meals” stands there", "Users put it first.")
    visitor.presses("Save the agreed list")
    visitor.is_told("The agreed list is there: 3 priorities.")

    steps.goes_to(visitor.becomes(cast.mia), STAGE, ROOM)
    visitor.sees("Side by side", "Users’ place", "Professionals’ place", "Agreed place", "Users put it first.")
    visitor.follows(f"How it was counted: {TITLE}")
    visitor.sees("Putting in order (Borda count)", "From users: only 1 ballot. From professionals: only 1 ballot.")
    visitor.follows("A low price")
    visitor.sees("It comes second, since users wait for hot meals.")


@pytest.mark.req("R45")
def test_a_member_shares_out_points_and_is_told_the_sum(visitor, cast, stage):
    build.open_exercise(stage, title=TITLE, method="points", points_each=10)
    visitor.becomes(cast.mia).follows(WAITS)
    visitor.presses("Give your ballot")
    visitor.sees("You have 10 points. Give more of them to what matters more. You need not use all.")
    visitor.writes("Hot meals", "8")
    visitor.writes("More choice", "4")
    visitor.presses("Send your ballot")
    visitor.is_asked_again("You have 10 points to give, and this is 12.")
    visitor.writes("More choice", "2")
    visitor.presses("Send your ballot")
    visitor.is_told(IN)
    visitor.sees("8: Hot meals", "2: More choice")


@pytest.mark.req("R45")
def test_a_member_looks_at_two_at_a_time_or_does_not_choose(visitor, cast, stage):
    build.open_exercise(stage, title=TITLE, method="pairs")
    visitor.becomes(cast.mia).follows(WAITS)
    visitor.presses("Give your ballot")
    visitor.chooses("1. Which matters more?", "A low price")
    visitor.chooses("2. Which matters more?", "Both matter the same")
    visitor.presses("Send your ballot")
    visitor.is_told(IN)
    visitor.sees("A low price matters more than Hot meals", "Hot meals and More choice matter the same")
    visitor.becomes(cast.bea).follows(WAITS)
    visitor.presses("Give your ballot")
    visitor.ticks("I do not choose, and want to be counted as there")
    visitor.presses("Send your ballot")
    visitor.is_told(IN)
    visitor.sees("You do not choose, and are counted as there.", "From users: 2.")


@pytest.mark.req("R45", "R70")
def test_a_convenor_prints_ballots_and_puts_in_what_members_wrote(visitor, cast, stage):
    asked = build.open_exercise(stage, title=TITLE)
    steps.goes_to(visitor.becomes(cast.cove), STAGE, ROOM, TITLE)
    visitor.follows("Print paper ballots")
    visitor.writes("How many ballots?", "2")
    visitor.presses("Make the ballots")
    visitor.is_told("2 ballots are ready to print.")
    first = asked.paper_runs.get().sheets.first()
    assert str(first) in text_of(visitor.reads_print(re.compile(r"^Print\W+2 paper ballots")))
    visitor.follows("Put in ballots that came back")
    for number in (1, 2):
        visitor.writes("Code at the top of the paper ballot", str(first))
        visitor.picks("More choice", "1")
        visitor.presses("Put it in, and go on")
        if number == 1:
            visitor.sees(f"The ballot {first} from Meals Voice is put in. Go on with the next one.")
    visitor.is_asked_again("The ballot with this code is in already. Each paper counts once.")
