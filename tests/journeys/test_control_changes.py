"""After an election another party runs the council: what survives, and who signs again (R31)."""

import pytest
from playwright.sync_api import expect

from tests import build

from . import steps

NEEDS = "Needs assessment"
TITLE = "Another party has the majority"
WHO = "The new cabinet, 14 May"


@pytest.fixture
def under_way(cast):
    """Two stages that are open, each with its agreement in force."""
    for kind in ("needs", "strategy"):
        build.opened(cast.cycle, kind)
    return cast


def judges(visitor, outcome, why, by=""):
    """Answer the questions about one stage, and save."""
    visitor.chooses("Does it survive?", outcome)
    visitor.writes("Why?", why)
    if by:
        visitor.writes("Who said so, with what authority?", by)
    visitor.presses("Save and go on")


@pytest.mark.req("R31")
def test_after_a_change_of_control_everybody_sees_what_survives(visitor, under_way):
    steps.goes_to(visitor.becomes(under_way.ann), "Operating context", "What goes on around us", "Pressures")
    visitor.presses("Add a pressure")
    visitor.writes("Title", TITLE)
    visitor.writes("In plain words", "The new cabinet wants no rise in the council tax.")
    visitor.picks("Sort of pressure", "Change of political control")
    visitor.writes("Where it comes from", "The count of votes")
    visitor.dates("Date", "4 5 2023")
    visitor.presses("Save")
    visitor.presses("Save it and tell them")
    visitor.is_told("The agreements of 2 stages rest on it and have to be looked at again.")
    visitor.sees("What survives the change of control", "0 of 2 stages looked at again", TITLE)

    strategy = str(under_way.stage("strategy"))
    visitor.presses(f"Say what becomes of “{NEEDS}”")
    visitor.sees(TITLE, build.WORDS["purpose"], build.WORDS["who_decides"])
    judges(visitor, "It holds as it is", "People still need to eat.", WHO)
    visitor.is_told(f"“{NEEDS}” is saved: It holds as it is. Now the next one.")
    visitor.sees(f"Does “{strategy}” survive?", "1 of 2 stages looked at again: 1 holds.")
    judges(visitor, "It does not survive", "The new cabinet plans no new service.")
    visitor.is_told("Every stage is looked at now.")
    visitor.sees("2 of 2 stages looked at again: 1 holds, 1 ends.", f"finish “{strategy}” with the reason")

    visitor.becomes(under_way.bea)
    visitor.follows(f"Read what changed, and sign again or say why not: {NEEDS}")
    visitor.sees(f"Looked at again after the change of control “{TITLE}”. It holds as it is.")
    visitor.sees("Why: People still need to eat.", f"Said by: {WHO}. Put in by Ann on {steps.today()}.")
    visitor.sees("So it has to be signed again by")
    steps.answers(visitor, "We agree to version 1 again")
    visitor.is_told("You have signed for Meals Voice.")

    visitor.leaves().follows(steps.CYCLE, f"What survives “{TITLE}”")
    visitor.sees("The new cabinet wants no rise in the council tax.", "It holds as it is", "It does not survive")
    expect(visitor.page.get_by_role("link", name="Judge it in another way")).to_have_count(0)


@pytest.mark.req("R31")
def test_an_officer_finds_on_the_first_page_what_still_has_to_be_looked_at(visitor, under_way):
    build.change_of_control(under_way.cycle, title=TITLE)
    visitor.becomes(under_way.ola).follows("Say what survives the change of control: 2 stages")
    visitor.presses(f"Say what becomes of “{NEEDS}”")
    judges(visitor, "It holds with changes", "There is less money.", WHO)
    visitor.page.goto("/")
    visitor.sees_in("Waiting for you", f"Say what survives the change of control: {under_way.stage('strategy')}")
    visitor.leaves().follows(steps.CYCLE, "1 of 2 stages looked at again: 1 holds with changes")
    visitor.sees("There is less money.", "Nobody has looked at it again yet.")
