"""C5: an officer works through what people said: one thing changed, one did not, one comes later; lateness is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from feedback.models import Contribution
from tests import build

from . import steps

NEEDS = "Needs assessment"
MENU, VAN, PRICE = "Put fish on the menu.", "Buy a second van.", "What will a meal cost?"


@pytest.fixture
def said(cast):
    """Three things were said in an open stage, one of them so long ago that its answer is late; a need was changed."""
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.mia, text=MENU, sort="idea")
    build.contribution(needs, cast.mia, text=VAN, sort="idea")
    build.contribution(needs, cast.mia, text=PRICE, sort="question")
    Contribution.objects.filter(text=PRICE).update(due_on=timezone.localdate() - timedelta(days=3))
    need = build.record(needs, title="Fish on Fridays")
    need.revise(cast.ann, 1, "People asked for it.", summary="Fish is on the menu every Friday.")
    return cast


@pytest.mark.req("R82")
def test_an_officer_answers_with_a_change_with_a_reason_and_with_a_day(visitor, said):
    visitor.becomes(said.ann)
    visitor.sees_in("Waiting for you", f"Answer 3 contributions: {NEEDS}", "1 is overdue.")
    visitor.follows(f"Answer 3 contributions: {NEEDS}")
    visitor.sees("Answer overdue", MENU, VAN, PRICE)

    steps.opens(visitor, MENU)
    visitor.presses("Answer this")
    visitor.presses("Send the answer")
    visitor.is_asked_again("Choose an answer for “What came of it?”.")
    visitor.chooses("What came of it?", "Something changed")
    visitor.picks("If something changed: what?", f"{timezone.localdate():%-d %B}: Fish on Fridays changed")
    visitor.writes("Your answer", "You asked for fish, and there it is.")
    visitor.presses("Send the answer")
    visitor.is_told("Your answer is there for those who may read the contribution.")
    visitor.follows(f"{timezone.localdate():%-d %B}: Fish on Fridays changed")
    visitor.sees("Fish is on the menu every Friday.")

    visitor.follows("In the Round", f"Answer 2 contributions: {NEEDS}")
    visitor.sees_not(MENU)
    steps.opens(visitor, VAN)
    visitor.presses("Answer this")
    visitor.chooses("What came of it?", "Nothing changed")
    visitor.writes("Your answer", "Thank you for the idea.")
    visitor.presses("Send the answer")
    visitor.is_asked_again("Say why nothing changed.")
    visitor.writes("If nothing changed: why?", "One van is enough for 40 meals.")
    visitor.presses("Send the answer")
    visitor.sees("Nothing changed", "One van is enough for 40 meals.")

    visitor.follows("In the Round", f"Answer 1 contribution: {NEEDS}")
    steps.opens(visitor, PRICE)
    visitor.presses("Answer this")
    visitor.chooses("What came of it?", "It will be looked at later")
    visitor.dates("If later: by when?", f"31 1 {timezone.localdate().year + 1}")
    visitor.writes("Your answer", "The cabinet sets the price in January.")
    visitor.presses("Send the answer")
    visitor.sees("It will be looked at later", f"31 January {timezone.localdate().year + 1}")
    visitor.follows("In the Round")
    visitor.sees("Nothing waits for you just now.")
