"""V1: a convenor keeps the group’s page and says for whom she works; members say if they trust her (R67, R73, R75)."""

import pytest

from tests import build

GROUP = "Meals Voice"
HOST_LINE = "Valley Network hosts the group, and also provides: a lunch club."
LINE = "Cove is employed by Hot Plate Ltd, which also provides: hot meals."


@pytest.fixture
def cast(cast):
    """The cast, with a chair and three more members, so that five can be asked."""
    cast.chair = build.person("Chris", "chris@example.org")
    build.member(cast.chair, cast.meals_voice, "chair")
    cast.others = build.members(cast.cycle, 2)
    return cast


def goes_to_group(visitor):
    visitor.page.goto("/groups/")
    visitor.follows(GROUP)


@pytest.mark.req("R67", "R73", "R75")
def test_a_convenor_keeps_the_groups_page_and_the_members_say_whom_they_trust(visitor, cast):
    visitor.becomes(cast.cove)
    _writes_the_page(visitor)
    _says_for_whom(visitor)
    _writes_the_money(visitor)
    _members_say_it(visitor, cast)
    visitor.becomes(cast.cove)
    goes_to_group(visitor)
    visitor.follows("What they declare, and what the members say of it")
    visitor.sees("Of 5 members: 5 trust them to be on the group’s side, 0 in part, 0 not.")
    visitor.sees_not("Say whether you trust them")
    _asks_for_its_own_money(visitor, cast)


def _writes_the_page(visitor):
    goes_to_group(visitor)
    visitor.follows("Change what this page says")
    visitor.writes("What services is it about?", "Adult social care")
    visitor.chooses("How used is the group to this work?", "Has been asked now and then")
    visitor.writes("When does it meet?", "On Tuesdays at 2pm")
    visitor.writes("Or the name of a host that is not in the list", "Valley Network")
    visitor.presses("Save the page")
    visitor.is_told("The group’s page is saved.")
    visitor.sees("Adult social care", "On Tuesdays at 2pm", "Valley Network")
    visitor.follows("How this page was before")
    visitor.sees("Cove changed the page:")
    goes_to_group(visitor)
    visitor.follows("Write down the mandate : Bea")
    visitor.writes("What may they say and sign for the group?", "May agree to menus.")
    visitor.writes("Who gave them that?", "All members")
    visitor.dates("On which day?", "3 5 2024")
    visitor.presses("Write it down")
    visitor.sees("May agree to menus.", "Given by: All members, 3 May 2024")


def _says_for_whom(visitor):
    visitor.page.goto("/")
    visitor.follows(f"Say for whom you work: {GROUP}")
    visitor.writes("Who employs you?", "Hot Plate Ltd")
    visitor.writes("Who pays for the work with the group?", "The council")
    visitor.writes("What does the contract or the grant ask for?", "Four meetings a year.")
    visitor.chooses("Do you, or does who employs you, provide", "Yes, who employs me does")
    visitor.presses("Say so")
    visitor.is_asked_again("Say what is provided.")
    visitor.writes("If so, what is provided?", "hot meals")
    visitor.writes("Whom do you serve when the group wants one thing and who pays you another?", "The group.")
    visitor.presses("Say so")
    visitor.is_told("It is written down. Say it again when something changes.")
    visitor.sees(LINE)
    visitor.page.goto("/")
    visitor.follows(f"Say what the host does: {GROUP}")
    visitor.writes("Who pays the host for the work with the group?", "The council")
    visitor.writes("What does the contract or the grant ask for?", "A room.")
    visitor.chooses("Does the host provide", "Yes, it does")
    visitor.writes("If so, what is provided?", "a lunch club")
    visitor.writes("Whom does it serve when the group wants one thing and others another?", "The group.")
    visitor.presses("Say so")
    visitor.sees(HOST_LINE)


def _writes_the_money(visitor):
    visitor.follows("What is set aside for the group, who holds it, and what was paid")
    visitor.presses("Write down money for the group")
    visitor.writes("How much is it?", "1,200")
    visitor.writes("What is it for?", "Meetings and taxis")
    visitor.writes("From whom does it come?", "The council")
    visitor.dates("From which day?", "1 4 2026")
    visitor.chooses("Who holds the money?", "The host")
    visitor.chooses("Who decides what it is spent on?", "Who holds it decides, and asks the group")
    visitor.presses("Write it down")
    visitor.is_told("The money is written down.")
    visitor.sees("£1,200", "The host: Valley Network", "It has not said what it was told.")


def _members_say_it(visitor, cast):
    for person in (cast.bea, cast.mia, cast.chair, *cast.others):
        visitor.becomes(person)
        visitor.follows("Say whether you trust who works with your group: Cove")
        visitor.sees(LINE, "Your name is not kept with your answer.")
        visitor.chooses("What do you say?", "I trust them to be on our side")
        visitor.presses("Send my answer")
        visitor.is_told("Thank you. Your answer is kept without your name.")


def _asks_for_its_own_money(visitor, cast):
    visitor.becomes(cast.chair)
    goes_to_group(visitor)
    visitor.follows("What they declare, and what the members say of it", "Ask to be funded directly")
    visitor.writes("Why does the group ask?", "Our host runs a lunch club.")
    visitor.presses("Ask")
    visitor.sees("The authority has not answered yet.")
    visitor.becomes(cast.ann)
    visitor.follows(f"Answer a group that asks to be funded directly: {GROUP}")
    visitor.sees("Our host runs a lunch club.")
    visitor.chooses("What is the answer?", "In part")
    visitor.writes("Why", "Half of it, from April.")
    visitor.presses("Answer")
    visitor.becomes(cast.chair)
    goes_to_group(visitor)
    visitor.follows("What they declare, and what the members say of it")
    visitor.sees("In part", "Half of it, from April.")
