"""V2: a convenor prepares her group for a meeting, looks back on it, and puts in what was said there."""

import pytest
from django.utils import timezone

from feedback.models import Contribution
from tests import build
from tests.pdf.structure import text_of

from . import steps

NEEDS = "Needs assessment"
MEETING = "Lunch in the hall"


@pytest.mark.req("R68", "R74")
def test_a_convenor_prepares_a_meeting_and_puts_in_what_the_group_said(visitor, cast):
    build.opened(cast.cycle, "needs")
    steps.goes_to(visitor.becomes(cast.cove), NEEDS)
    visitor.follows("Plan a meeting")
    visitor.writes("What is it called?", MEETING)
    visitor.dates("On which day?", f"{timezone.localdate():%-d %-m %Y}")
    visitor.writes("Where, or how?", "Chapel hall, 2pm")
    visitor.writes("Questions to talk about", "What is good?")
    visitor.presses("Save the meeting")
    visitor.is_told("The meeting is written down.")
    page = text_of(visitor.reads_print("This page for people who come, to print"))
    assert [words for words in (MEETING, "Chapel hall, 2pm", "What is good?") if words not in page] == []

    visitor.presses("Write about this meeting")
    visitor.writes("What went well", "Everybody spoke.")
    visitor.writes("What to do otherwise next time", "A smaller room.")
    visitor.presses("Save the meeting")
    visitor.sees("Everybody spoke.", "A smaller room.")

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
