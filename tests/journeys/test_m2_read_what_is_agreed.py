"""M2: a member reads what a stage is for, what can change, what is fixed and why, who decides, when she hears."""

import pytest

from tests import build

from . import steps


@pytest.mark.req("R9", "R11", "R12", "R16")
def test_a_member_reads_the_agreement_of_a_stage(visitor, cast):
    build.opened(cast.cycle, "needs", answer_days=10)
    visitor.becomes(cast.mia).follows(steps.CYCLE, "Needs assessment")
    visitor.sees("Version 1 is in force", "Open")
    visitor.sees("What you can change", build.WORDS["open_to_change"])
    visitor.sees("What is fixed, and why", build.WORDS["fixed"], build.WORDS["fixed_because"])
    visitor.sees("What this stage is not", build.WORDS["is_not"])
    visitor.sees("Who decides in the end", build.WORDS["who_decides"])
    visitor.sees("When you get an answer", "Within 10 working days of anything that you say.")
    visitor.sees("Who does what", "Meals Voice", build.TERMS["may"], build.TERMS["may_not"], "Influences")
    visitor.sees("What it says must be weighed and answered. Others decide.")


def test_the_same_stands_beside_her_while_she_writes(visitor, cast):
    build.opened(cast.cycle, "needs", answer_days=10)
    steps.goes_to(visitor.becomes(cast.mia), "Needs assessment", "What people said (0)")
    visitor.presses("Say something")
    visitor.sees(
        "Before you write", build.WORDS["open_to_change"], build.WORDS["fixed_because"], "Within 10 working days."
    )
    visitor.follows("Everything that was agreed")
    visitor.sees(build.WORDS["purpose"])


def test_words_that_need_explaining_are_explained(visitor, cast):
    visitor.becomes(cast.mia).follows("What our words mean")
    visitor.sees("Agreement", "Commissioner", "Convenor")
