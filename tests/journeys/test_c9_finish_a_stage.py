"""C9, for a stage: it ends only with something to show, and with a published reason while anybody waits."""

import pytest

from tests import build
from tests.pdf.structure import text_of

from . import steps

NEEDS = "Needs assessment"
WHY = "The cabinet meets on Monday. The rest is answered by post."


def goes_to_finish(visitor, said):
    steps.goes_to(visitor, NEEDS, said)
    visitor.unfolds("More that you can do here")
    visitor.follows("Finish this stage")


@pytest.mark.req("R82")
def test_a_stage_is_finished_with_a_reason_that_the_report_prints(visitor, cast):
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.mia, text="Who checks on people?")
    goes_to_finish(visitor.becomes(cast.ann), "What people said (1)")
    visitor.sees("Nothing is recorded in this stage yet. Record what came of it before you finish it.")
    build.record(needs, title="A hot meal at noon")
    build.looked_back(needs)

    goes_to_finish(visitor, "What people said (1)")
    visitor.sees("1 contribution waits for an answer", "Who checks on people?")
    visitor.presses("Finish this stage")
    visitor.is_asked_again("Fill in “Why will those who still wait not get an answer?”.")
    visitor.writes("Why will those who still wait not get an answer?", WHY)
    visitor.presses("Finish this stage")
    visitor.is_told("This stage is finished.")
    visitor.sees("Round 1 of this stage is finished.")

    steps.goes_to(visitor.leaves(), NEEDS)
    visitor.follows("Read the report of this stage")
    visitor.sees(WHY, "A hot meal at noon", "Who checks on people?")
    text = text_of(visitor.reads_print())
    assert [words for words in (WHY, "A hot meal at noon", "Who checks on people?") if words not in text] == []
    assert visitor.reads_print("The same in large print") != visitor.reads_print()


def test_with_every_answer_given_nothing_stands_in_the_way(visitor, cast):
    needs = build.opened(cast.cycle, "needs")
    build.record(needs)
    build.defined(needs)
    build.looked_back(needs)
    goes_to_finish(visitor.becomes(cast.ann), "What people said (0)")
    visitor.sees("Everybody who said something here has an answer. Nothing stands in the way.")
    visitor.presses("Finish this stage")
    visitor.is_told("This stage is finished.")


@pytest.mark.req("R64")
def test_a_cycle_is_closed_after_its_review_or_for_a_reason_that_everybody_reads(visitor, cast):
    visitor.becomes(cast.ann).follows("Community meals", "Close the cycle")
    visitor.sees("Look back first", "Nobody has finished the review of this cycle.")
    visitor.writes("Why do you close it?", "The service goes on as agreed.")
    visitor.presses("Close the cycle for good")
    visitor.is_asked_again("Fill in “Why does it end without a review?”.")
    review = build.opened(cast.cycle, "review")
    build.record(review, sort="helped")
    review.finish(cast.ann, "It is time.")
    visitor.page.goto("/")
    visitor.follows("Community meals", "Close the cycle")
    visitor.sees_not("Look back first")
    visitor.writes("Why do you close it?", "The service goes on as agreed.")
    visitor.presses("Close the cycle for good")
    visitor.is_told("This cycle is closed. Everything in it stays to be read.")
