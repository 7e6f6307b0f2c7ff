"""A1: anybody reads a published cycle, its records and why some are withheld, its reports, its statements."""

import re

import pytest
from playwright.sync_api import expect

from tests import build
from tests.pdf.structure import faults, text_of

from . import steps

DECISION = "Decision"


@pytest.fixture
def published(cast):
    """A decision that everybody may read, and one that only officers may."""
    stage = build.opened(cast.cycle, "decision")
    build.record(stage, title="A hot or a frozen meal")
    build.withheld(stage, title="The price of the bid")
    build.answer(build.contribution(stage, cast.mia), cast.ann)
    return cast


@pytest.mark.req("R6", "R14", "R82")
def test_anybody_reads_the_cycle_its_decisions_and_what_is_withheld_and_why(visitor, published):
    visitor.page.goto("/")
    visitor.sees("Services decided with the people who use them")
    visitor.follows(steps.CYCLE, DECISION, "Decisions and talks", "Decisions")
    visitor.sees("A hot or a frozen meal", "One decision is not shown here", "Why: It names a bidder.")
    visitor.sees("Ann decided this.", "We look at it again by 1 January 2030.")
    visitor.sees_not("The price of the bid")
    visitor.follows("A hot or a frozen meal", "What people said (1)")
    visitor.sees("Hot food matters to me.", "Answered", "Somebody from Meals Voice")
    visitor.sees("Only people who take part in this cycle can say something here.")


@pytest.mark.req("R14", "R82")
def test_anybody_reads_a_report_as_a_page_and_as_a_print_for_screen_readers(visitor, published):
    steps.goes_to(visitor, DECISION, "Report")
    visitor.sees("What was agreed", "A hot or a frozen meal", "It names a bidder.", "Hot food matters to me.")
    printed = visitor.reads_print()
    assert faults(printed) == []
    text = text_of(printed)
    assert ("A hot or a frozen meal" in text, "It names a bidder." in text, "The price of the bid" in text) == (
        True,
        True,
        False,
    )


def test_anybody_reads_how_accessible_and_how_private_it_is(visitor, transactional_db):
    visitor.page.goto("/")
    visitor.follows("Accessibility")
    visitor.sees("Accessibility statement", "What is not tested yet")
    visitor.follows("Privacy")
    visitor.sees("Your privacy", "What we keep")
    visitor.follows("What this is")
    expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()


def test_what_one_has_to_sign_in_for_leads_there_and_back(visitor, published, mailoutbox):
    steps.goes_to(visitor, DECISION, "What people said (1)")
    visitor.goes_by(visitor.page.get_by_role("main").get_by_role("link", name="Sign in"))
    visitor.writes("Your e-mail address", "mia@example.org")
    visitor.presses("Send me a code")
    visitor.writes("The code from the e-mail", re.search(r"\b\d{6}\b", mailoutbox[-1].body)[0])
    visitor.presses("Sign in")
    visitor.presses("Say something")
    visitor.sees("Before you write")
