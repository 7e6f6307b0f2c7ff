"""A member says what she needs, a meeting is planned with it in view, and she takes her consent back (R69)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from people.models import AccessNeed
from tests import build
from tests.pdf.structure import text_of

from . import steps

NEEDS = "Needs assessment"
MEETING = "Lunch in the hall"


@pytest.mark.req("R25", "R69")
def test_a_meeting_is_planned_with_needs_in_view_and_a_consent_taken_back_is_gone(visitor, cast):
    stage = build.opened(cast.cycle, "needs")
    held = timezone.localdate() + timedelta(days=9)
    meeting = build.session(stage, cast.ann, title=MEETING, held_on=held)
    build.asked(meeting, cast.mia)

    visitor.becomes(cast.mia)
    visitor.follows_beginning("About you")
    visitor.follows("What you need to take part, and who may see it")
    visitor.sees("Nobody has asked you yet.", "No illness or disability has to be named here.")
    visitor.presses("Say what is needed")
    visitor.ticks("Large print, 18 point")
    visitor.ticks("A hearing loop")
    visitor.writes("Something else, in your own words: What I need at a meeting", "A seat near the door")
    visitor.chooses("Who may see it?", "They, and whoever plans a meeting that I am asked to, without my name")
    visitor.presses("Save")
    visitor.is_asked_again("Tick that you agree, or choose that nobody else sees it.")
    visitor.ticks("I have read this, and I agree")
    visitor.presses("Save")
    visitor.is_told("What you need is saved.")
    visitor.sees("A hearing loop", "A seat near the door", "in the size that you need")

    visitor.becomes(cast.ann)
    visitor.follows_beginning("3 needs at your meeting are not seen to yet")
    visitor.writes("A hearing loop, for 1 person. How is it seen to?", "The hall has one")
    visitor.presses("Save it")
    visitor.is_told("It is saved how these needs are seen to.")
    visitor.sees("The hall has one", "2 needs are not seen to yet.", "A seat near the door")
    with visitor.at_width(320):
        visitor.sees("The hall has one")

    visitor.becomes(cast.mia)
    visitor.follows_beginning("About you")
    visitor.follows("What you need to take part, and who may see it")
    visitor.presses("Share it with nobody from now on")
    visitor.is_told("Nobody but you can see what you need now.")

    steps.goes_to(visitor.becomes(cast.ann), NEEDS)
    visitor.follows_beginning(MEETING)
    visitor.sees("Nobody any more")
    visitor.sees_not("A seat near the door")
    assert set(AccessNeed.objects.values_list("shared_with", flat=True)) == {"nobody"}


@pytest.mark.req("R69")
def test_an_officer_says_who_is_missing_and_a_group_agrees(visitor, cast):
    build.opened(cast.cycle, "needs")
    steps.goes_to(visitor.becomes(cast.ann), NEEDS)
    visitor.follows("Read who is in the room, and who is missing")
    visitor.presses("Say whom this stage wants to hear")
    visitor.chooses("What sort of people?", "People who do not use it, or stopped")
    visitor.writes("Who are they?", "People who stopped getting meals")
    visitor.writes("How many of them at least?", "6")
    visitor.writes("Why are they needed here?", "They know what was wrong.")
    visitor.presses("Save it")
    visitor.is_told("It is written down. Groups can agree to it now.")
    visitor.sees("Missing: nobody is heard yet")

    steps.goes_to(visitor.becomes(cast.cove), NEEDS)
    visitor.sees("Still missing: People who stopped getting meals.")
    visitor.follows("Read who is in the room, and who is missing")
    visitor.follows_beginning("Agree to this for a group")
    visitor.presses("Agree")
    visitor.is_told("Your group agrees to it now.")
    report = text_of(_report(visitor))
    assert "People who stopped getting meals" in report


def _report(visitor):
    visitor.page.goto("/cycles/community-meals/stages/needs/report/")
    return visitor.reads_print()
