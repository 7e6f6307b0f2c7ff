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
    visitor.picks("What changed?", f"Fish on Fridays (changed on {timezone.localdate():%-d %B})")
    visitor.writes("Your answer", "You asked for fish, and there it is.")
    visitor.presses("Send the answer")
    visitor.is_told("Your answer is there for those who may read the contribution.")
    visitor.follows(f"Fish on Fridays (changed on {timezone.localdate():%-d %B})")
    visitor.sees("Fish is on the menu every Friday.")

    visitor.follows("In the Round", f"Answer 2 contributions: {NEEDS}")
    visitor.sees_not(MENU)
    steps.opens(visitor, VAN)
    visitor.presses("Answer this")
    visitor.chooses("What came of it?", "Nothing changed")
    visitor.writes("Your answer", "Thank you for the idea.")
    visitor.presses("Send the answer")
    visitor.is_asked_again("Say why nothing changed.")
    visitor.writes("Why did nothing change?", "One van is enough for 40 meals.")
    visitor.presses("Send the answer")
    visitor.sees("Nothing changed", "One van is enough for 40 meals.")

    visitor.follows("In the Round", f"Answer 1 contribution: {NEEDS}")
    steps.opens(visitor, PRICE)
    visitor.presses("Answer this")
    visitor.chooses("What came of it?", "It will be looked at later")
    visitor.dates("By when is it looked at?", f"31 1 {timezone.localdate().year + 1}")
    visitor.writes("Your answer", "The cabinet sets the price in January.")
    visitor.presses("Send the answer")
    visitor.sees("It will be looked at later", f"31 January {timezone.localdate().year + 1}")
    visitor.follows("In the Round")
    visitor.sees("Nothing waits for you just now.")


@pytest.mark.req("R82")
def test_one_answer_to_two_is_read_by_a_colleague_before_it_is_sent(visitor, said):
    visitor.becomes(said.ann).follows(f"Answer 3 contributions: {NEEDS}")
    for idea in Contribution.objects.filter(sort="idea"):
        visitor.ticks(f"({idea})")
    visitor.presses("Answer the ticked ones together")
    visitor.sees("A draft of one answer to 2 contributions", MENU, VAN)
    visitor.chooses("What came of it?", "Nothing changed")
    visitor.writes("Why did nothing change?", "The kitchen is changed next year.")
    visitor.writes("Your answer", "Thank you both.")
    visitor.presses("Keep the draft")
    visitor.is_told("Your draft is kept.")
    visitor.picks("Who reads it before it is sent?", "Ola")
    visitor.presses("Give it to read")
    visitor.is_told("Ola finds it on the first page")

    visitor.becomes(said.ola).follows(f"Read an answer of Ann before it is sent: {NEEDS}")
    visitor.chooses("What do you say?", "It is ready to be sent")
    visitor.presses("Say so")

    visitor.becomes(said.ann).follows(f"Send your answer, Ola finds it ready: {NEEDS}")
    visitor.presses("Send it to 2 contributions")
    visitor.is_told("Your answer is there for what 2 people said.")
    visitor.unfolds("More that you can do here")
    visitor.follows("What is due in the whole cycle")
    visitor.sees("Overdue", PRICE)
    visitor.sees_not(MENU, VAN)


@pytest.mark.req("R82")
def test_an_officer_passes_one_on_to_a_colleague_and_one_to_another_body(visitor, said):
    visitor.becomes(said.ann).follows(f"Answer 3 contributions: {NEEDS}")
    steps.opens(visitor, PRICE)
    visitor.follows("Another officer has to answer it")
    visitor.picks("Who answers it?", "Ola")
    visitor.writes("Why do you pass it on?", "She knows the prices.")
    visitor.presses("Pass it on")
    visitor.sees("Ola answers it by", "She knows the prices.")
    visitor.becomes(said.ola).follows(f"Answer 1 contribution: {NEEDS}")
    steps.opens(visitor, VAN)
    visitor.presses("Answer this")
    visitor.chooses("What came of it?", "It is not ours: passed to somebody else")
    visitor.writes("Who has it now?", "The transport team")
    visitor.writes("What can the person expect from them?", "A letter by May.")
    visitor.writes("Your answer", "The vans are theirs.")
    visitor.presses("Send the answer")
    visitor.sees("The transport team", "A letter by May.")
