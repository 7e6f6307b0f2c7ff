"""V2: a convenor prepares her group for a meeting, holds it, looks back on it, and puts in what was said there."""

import pytest
from django.utils import timezone

from feedback.models import Contribution
from tests import build
from tests.pdf.structure import text_of

from . import steps

NEEDS = "Needs assessment"
MEETING = "Lunch in the hall"


@pytest.mark.req("R25", "R68", "R74")
def test_a_convenor_prepares_a_meeting_holds_it_and_puts_in_what_the_group_said(visitor, cast):
    build.opened(cast.cycle, "needs")
    _prepares(visitor, cast)
    visitor.becomes(cast.mia).follows_beginning("Say if you come: “Lunch in the hall”")
    visitor.sees("To hear what people eat.", "Chapel hall")
    visitor.chooses("Will you come?", "Yes")
    visitor.presses("Send the answer")
    visitor.is_told("Thank you. Those who plan the meeting know it now.")
    visitor.sees("You said that you come.")
    _afterwards(visitor, cast)
    _what_was_said(visitor, cast)


def _prepares(visitor, cast):
    """Plans it, puts something on the agenda, asks somebody, prints the pack."""
    steps.goes_to(visitor.becomes(cast.cove), NEEDS)
    visitor.follows("Plan a meeting")
    visitor.writes("What is it called?", MEETING)
    visitor.chooses("What is to happen at it?", "To hear what people think and live")
    visitor.writes("What it is for", "To hear what people eat.")
    visitor.dates("On which day?", f"{timezone.localdate():%-d %-m %Y}")
    visitor.writes("When does it begin?", "2pm")
    visitor.writes("Where, or how?", "Chapel hall")
    visitor.writes("Questions to talk about", "What is good?")
    visitor.presses("Save the meeting")
    visitor.is_told("The meeting is written down.")
    visitor.sees("The plan does not say yet: how people meet, how long it takes.", "Nobody is asked yet.")
    visitor.follows("Put something on the agenda")
    visitor.writes("What is it?", "The menu")
    visitor.writes("Who leads it?", "Bea")
    visitor.presses("Save this")
    visitor.is_told("It is on the agenda.")
    visitor.follows("Ask people to this meeting")
    visitor.ticks("Mia, Meals Voice")
    visitor.presses("Ask them")
    visitor.is_told("They are asked.")
    visitor.sees("Nobody in the room can decide this.", "Has not answered yet")
    page = text_of(visitor.reads_print("This page for people who come, to print"))
    assert [words for words in (MEETING, "Chapel hall", "The menu", "What is good?", "Mia") if words not in page] == []


def _afterwards(visitor, cast):
    """Who came, what is written of it, how it went; and she who was there says that it was so."""
    steps.goes_to(visitor.becomes(cast.cove), NEEDS)
    visitor.follows_beginning(MEETING)
    visitor.follows("Write down who came")
    visitor.presses("Save who came")
    visitor.is_told("It is written down who came.")
    visitor.presses("Write about this meeting")
    visitor.writes("What was talked about", "We went round the table.")
    visitor.presses("Save the meeting")
    visitor.sees("Meals Voice has not looked back on this meeting yet.")
    visitor.follows("Look back for Meals Voice")
    visitor.writes("What went well", "Everybody spoke.")
    visitor.writes("What to do otherwise next time", "A smaller room.")
    visitor.presses("Save this")
    visitor.sees("Everybody spoke.", "A smaller room.")
    visitor.becomes(cast.mia).follows_beginning("Say if it was like this: “Lunch in the hall”")
    visitor.chooses("Is this how it was?", "Yes, it was like this")
    visitor.presses("Send this")
    visitor.sees("1 person who was there says that it was so.")


def _what_was_said(visitor, cast):
    """What people said there is put in one by one, with mandate and dissent."""
    steps.goes_to(visitor.becomes(cast.cove), NEEDS)
    visitor.follows_beginning(MEETING)
    visitor.presses("Put in what was said there")
    visitor.chooses("What is it?", "A view")
    visitor.writes("What did they say?", "Keep it hot.")
    visitor.unfolds("They speak for others, too")
    visitor.chooses("Whose view is it?", "Their group's, which asked them to say it")
    visitor.writes("How do you know what they think?", "We went round the table.")
    visitor.writes("Did some of them think something else?", "Two want it cold.")
    visitor.ticks("They agreed that this is put in")
    visitor.presses("Put it in, and go on")
    visitor.sees("Put in today: 1", "Keep it hot.")
    visitor.follows(str(Contribution.objects.get()))
    visitor.sees("At a meeting", MEETING, "We went round the table.", "Two want it cold.")
