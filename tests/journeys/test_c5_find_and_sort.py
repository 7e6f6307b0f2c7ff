"""C5: an officer finds what was said about a thing and sorts it into themes; a member reads the themes."""

import pytest

from tests import build

from . import steps

NEEDS = "Needs assessment"
FILM, PRICE, KITCHEN = "I cannot peel the film.", "The price went up.", "We cannot cook for less."


@pytest.fixture
def said(cast):
    """Three things were said in an open stage: two by users, one by the kitchen, where some think otherwise."""
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.mia, text=FILM)
    build.contribution(needs, cast.mia, text=PRICE)
    build.contribution(needs, cast.pat, cast.providers, text=KITCHEN, voice="wider", how_known="We asked the drivers",
                       how_many=9, dissent="One driver can.")  # fmt: skip
    return cast


@pytest.mark.req("R38", "R45")
def test_an_officer_finds_sorts_and_takes_back_and_a_member_reads_the_themes(visitor, said):
    visitor.becomes(said.ann)
    visitor.follows(steps.CYCLE, NEEDS, "What people said (3)", "What people said, by theme")
    visitor.sees("Nobody has made a theme here yet.", KITCHEN)
    visitor.presses("Make a theme")
    visitor.presses("Make the theme")
    visitor.is_asked_again("Fill in “Name of the theme”.")
    visitor.writes("Name of the theme", "What it costs")
    visitor.writes("What belongs in it?", "The price, and who can pay it.")
    visitor.presses("Make the theme")
    visitor.is_told("The theme is there. You can sort into it now.")

    visitor.follows("Sort what is in no theme yet")
    visitor.sees("3 were found.", FILM, PRICE, KITCHEN)
    visitor.writes("Words", "price -film")
    visitor.presses("Show")
    visitor.sees("1 was found.", PRICE)
    visitor.sees_not(FILM, KITCHEN)
    visitor.presses("Sort them")
    visitor.is_asked_again("Tick at least one thing in the list, or choose all.")
    visitor.chooses("Which?", "All that this list shows: 1")
    visitor.picks("Which theme?", "What it costs")
    visitor.presses("Sort them")
    visitor.is_told("1 was put in “What it costs”. You can take that back below.")
    visitor.follows("Show everything")
    visitor.ticks("Hot Plate Ltd")
    visitor.picks("Which theme?", "What it costs")
    visitor.presses("Sort them")
    visitor.is_told("1 was put in “What it costs”.")

    visitor.follows("What people said, by theme")
    visitor.sees("The numbers are not votes.", "They say that 9 people were asked.", "One driver can.")
    visitor.sees("1 contribution that you can read stands in no theme yet.")
    visitor.follows("What it costs")
    visitor.sees("How it was sorted last")

    visitor.leaves().becomes(said.mia)
    visitor.follows(steps.CYCLE, NEEDS, "What people said (3)", "What people said, by theme")
    visitor.sees("What it costs", "Those who said little, in their own words")
    visitor.follows("Say that it is not what you meant")
    visitor.sees("What do you want to say?")


@pytest.mark.req("R38")
def test_an_officer_sorts_one_after_another(visitor, said):
    build.theme(said.stage("needs"), "What it costs")
    visitor.becomes(said.ann)
    visitor.follows(steps.CYCLE, NEEDS, "What people said (3)", "What people said, by theme")
    visitor.follows("Sort what is in no theme yet", "Sort these one after another")
    visitor.sees(KITCHEN)
    visitor.ticks("What it costs")
    visitor.presses("Save and next")
    visitor.sees(PRICE)
    visitor.ticks("What it costs")
    visitor.presses("Save and next")
    visitor.sees(FILM)
    visitor.presses("Save")
    visitor.is_told("That was the last one of this list.")
