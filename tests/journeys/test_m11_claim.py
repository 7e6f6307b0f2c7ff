"""M11: a member reads about benefits before she agrees, declines the fee, claims her bus fare, and sees it paid."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import build

from . import steps

NOTE = "A fee may change your benefits. Ask before you say yes."
MEETING = "Lunch in the hall"


@pytest.mark.req("R76")
def test_a_member_declines_the_fee_claims_her_bus_fare_and_sees_when_it_is_paid(visitor, cast):
    stage = build.begin(cast.stage("needs"))
    offer = build.meeting_offer(stage)
    visitor.becomes(cast.mia)
    visitor.follows(f"Read what is paid, and say what you take: {offer}")
    visitor.sees("£75", NOTE, "Valley Advice", "We pay within 14 days after you claim.")
    visitor.chooses("What do you take?", "The fee and my costs")
    visitor.presses("Save")
    visitor.is_asked_again("Read the note on benefits, and tick the box.")
    visitor.chooses("What do you take?", "My costs, and no fee")
    visitor.presses("Save")
    visitor.is_told("It is written down: My costs, and no fee.")

    visitor.presses("Claim for this")
    visitor.writes("Bus, train or taxi", "4.20")
    visitor.writes("From where to where?", "Bus 4, both ways")
    visitor.presses("Send the claim")
    due = steps.told_day(timezone.localdate() + timedelta(days=14))
    visitor.is_told(f"The claim is sent. The money is promised by {due}.")
    visitor.sees("Waits for a yes or no", "Waiting for 0 days.", "£4.20")

    _an_officer_pays_it(visitor.becomes(cast.ann))

    visitor.becomes(cast.mia)
    visitor.follows(f"Read what came of your claim: {offer}", "All your claims")
    visitor.sees("Paid:", steps.today(), "By bank", "Paid to you, week by week")


def _an_officer_pays_it(visitor):
    """The officer's side: decide, make the list for the pay office, write down that it is paid."""
    visitor.follows("Decide about 1 claim")
    visitor.follows_beginning("Mia")
    visitor.presses("Decide about this claim")
    visitor.presses("Decide")
    visitor.is_told("It is decided, and the claimant is told.")
    visitor.follows("Claims")
    visitor.presses("Make a list for the pay office")
    visitor.is_told("The list is made.")
    visitor.follows("Write down what is paid")
    visitor.ticks(f"Mia, {MEETING}")
    visitor.writes("How?", "By bank")
    visitor.presses("It is paid")
    visitor.is_told("It is written down as paid, and the claimants are told.")
