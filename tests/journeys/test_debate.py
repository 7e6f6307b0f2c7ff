"""A debate from its question to what stays disputed: a convenor opens it, two sides speak, and an officer ends it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import build
from tests.pdf.structure import text_of

QUESTION = "Should meals come hot or frozen?"
SOON = (timezone.localdate() + timedelta(days=20)).strftime("%-d %-m %Y")


@pytest.fixture
def needs(cast):
    return build.opened(cast.cycle, "needs")


def holds(visitor, what):
    """Say what a side holds, from the form."""
    visitor.writes("What do you hold?", what)
    visitor.writes("Why?", "We live with it.")
    visitor.writes("What does it rest on?", "What we see each day.")
    visitor.writes("What would change your mind?", "A winter without snow.")


@pytest.mark.req("R90")
def test_opposing_things_are_said_before_anybody_agrees_and_what_stays_disputed_stays(visitor, cast, needs):
    visitor.becomes(cast.cove)
    visitor.page.goto(needs.get_absolute_url())
    visitor.follows_beginning("What people said")
    visitor.follows("Debates, in which each side first says what it holds (0)")
    visitor.presses("Open a debate")
    visitor.writes("What is the question?", QUESTION)
    visitor.writes("Why is it debated?", "The kitchen needs repairs.")
    visitor.ticks("Meals Voice")
    visitor.ticks("Commissioning team")
    visitor.dates("Until when can they say what they hold?", SOON)
    visitor.presses("Open it")
    visitor.is_told("The debate is open.")
    visitor.sees("Nobody can put a common view before two sides have said opposing things.")

    visitor.becomes(cast.bea)
    visitor.sees_in("Waiting for you", f"Say what you hold in the debate: “{QUESTION}”")
    visitor.follows(f"Say what you hold in the debate: “{QUESTION}”")
    holds(visitor, "Meals come hot.")
    visitor.presses("Put it")
    visitor.is_told("It is written down what you hold.")

    visitor.becomes(cast.ola)
    visitor.follows(f"Say what you hold in the debate: “{QUESTION}”")
    holds(visitor, "Meals come frozen.")
    visitor.chooses("Against which of these does it stand?", "Meals Voice: Meals come hot.")
    visitor.presses("Put it")
    visitor.follows("Ask Meals Voice why or how")
    visitor.chooses("What do you ask?", "How would it work on a bad day?")
    visitor.presses("Ask")
    visitor.is_told("Your question is put.")

    visitor.becomes(cast.bea)
    visitor.follows(f"Answer a question in the debate: “{QUESTION}”")
    visitor.writes("Your answer", "Neighbours bring it.")
    visitor.presses("Answer")
    visitor.presses("Put a common view")
    visitor.writes("What could all of you live with?", "Hot in winter, frozen for those who ask.")
    visitor.presses("Put it")
    visitor.presses("Say whether you can live with it")
    visitor.chooses("Can you live with it?", "We can live with it")
    visitor.presses("Say so")

    visitor.becomes(cast.ola)
    visitor.follows(f"Say whether you can live with the common view: “{QUESTION}”")
    visitor.chooses("Can you live with it?", "We cannot live with it")
    visitor.presses("Say so")
    visitor.is_asked_again("Say what stays disputed for you.")
    visitor.writes("What stays disputed for you?", "Nobody has said who pays for the winter.")
    visitor.presses("Say so")
    visitor.follows("End the debate")
    visitor.writes("What came of the debate?", "Both are priced for the cabinet.")
    visitor.presses("End it")
    visitor.is_told("The debate has ended.")

    visitor.leaves()
    visitor.page.goto(needs.get_absolute_url())
    visitor.follows("Debates (1)", QUESTION)
    visitor.sees("Ended: something stays disputed", "Neighbours bring it.", "Nobody has said who pays for the winter.")
    visitor.follows("Report")
    text = text_of(visitor.reads_print())
    told = (QUESTION, "Meals come hot.", "Meals come frozen.", "What stays disputed", "who pays for the winter")
    assert [words for words in told if words not in text] == []
