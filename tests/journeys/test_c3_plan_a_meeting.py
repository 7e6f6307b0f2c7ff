"""C3, a part: an officer plans a meeting of a stage that is prepared, and sees who is asked and who can decide."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import build

from . import steps

STAGE = "Agree priorities"


@pytest.mark.req("R25")
def test_an_officer_plans_a_meeting_and_sees_that_nobody_in_the_room_can_decide(visitor, cast):
    build.begin(cast.stage("priorities"))
    steps.goes_to(visitor.becomes(cast.ola), STAGE)
    visitor.follows("Plan a meeting")
    visitor.writes("What is it called?", "What comes first")
    visitor.chooses("What is to happen at it?", "To decide something")
    visitor.writes("What it is for", "To agree what comes first.")
    visitor.chooses("How do people meet?", "An open event that anybody can come to")
    visitor.dates("On which day?", f"{timezone.localdate() + timedelta(days=9):%-d %-m %Y}")
    visitor.writes("Where, or how?", "Chapel hall")
    visitor.presses("Save the meeting")
    visitor.sees("At an open event it is seldom clear who decides.", "Nobody in the room can decide this.")
    visitor.follows("Ask people to this meeting")
    visitor.ticks("Meals Voice: 3 people")
    visitor.ticks("Cara, Cabinet")
    visitor.presses("Ask them")
    visitor.sees("Nobody in the room can decide this.", "Cara")
    visitor.follows_beginning("Say what they may decide")
    visitor.chooses("Can they decide what this meeting is about?", "Yes, it is theirs to decide")
    visitor.writes("What may they decide in the room?", "The order of the five.")
    visitor.presses("Save this")
    visitor.sees("In the room, this can be decided by: Cara (The order of the five.)")
    visitor.sees_not("Nobody in the room can decide this.")
    steps.goes_to(visitor, STAGE)
    visitor.sees_in("Meetings", "What comes first", "4 people are asked.", "0 come.")


@pytest.mark.req("R26")
def test_an_officer_declares_a_talk_held_without_users_and_a_member_sees_it(visitor, cast):
    build.opened(cast.cycle, "needs")
    steps.goes_to(visitor.becomes(cast.ola), "Needs assessment")
    visitor.follows("Declare a talk held without users")
    visitor.writes("What was it about?", "Who pays for the vans")
    visitor.dates("When was it?", f"{timezone.localdate():%-d %-m %Y}")
    visitor.writes("Who talked?", "Two officers")
    visitor.writes("What came of it", "The council pays.")
    visitor.presses("Save the talk")
    visitor.is_asked_again("Why users were not there")
    visitor.writes("Why users were not there", "We had to agree first.")
    visitor.presses("Save the talk")
    visitor.is_told("The talk is declared.")
    steps.goes_to(visitor.becomes(cast.mia), "Needs assessment")
    visitor.sees_in("Talks held without users", "1 talk was held without users", "Who pays for the vans")
    visitor.follows("What they were about, and what came of them")
    visitor.sees("The council pays.", "We had to agree first.", "Two officers")
    visitor.follows("Ask if there was a talk about something")
    visitor.sees("Say something")
