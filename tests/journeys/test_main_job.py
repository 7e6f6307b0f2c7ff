"""The main job from end to end: a stage is agreed, people are heard and answered, money changes, it is printed."""

import pytest

from tests import build
from tests.pdf.structure import text_of

from . import steps

NEEDS = "Needs assessment"
RESERVATION = "We sign, but five weeks over Christmas are too short."
SAID = "A hot meal at noon is the only one that I can manage."
FORM = {
    "Title": steps.CYCLE,
    "What it is about, in plain words": "Meals that are brought to people at home.",
    "Sector": "Adult social care",
    "Whom the service is for": "People who cannot cook for themselves",
    "The years that it plans for": "2023 to 2026",
}


@pytest.fixture
def people(transactional_db):
    """A commissioner of a council, and a group with somebody who may speak for it; there is no cycle yet."""
    ann, bea = build.person("Ann", "ann@example.org"), build.person("Bea", "bea@example.org")
    build.commissioner(ann, build.authority())
    build.member(bea, build.group(steps.VOICE), "representative")
    return ann, bea


@pytest.mark.req("R9", "R10", "R11", "R12", "R16", "R20", "R82")
def test_from_an_empty_site_to_a_printed_report(visitor, people):
    ann, bea = people
    _starts_a_cycle(visitor.becomes(ann))
    _knows_the_money(visitor)
    steps.begins(visitor, NEEDS)
    steps.is_ready(visitor)
    steps.drafts(visitor)
    steps.names(visitor, steps.VOICE)
    steps.names(visitor, steps.TEAM, "Informs", Role="Writes down what is said")
    visitor.presses("Propose version 1")

    visitor.becomes(bea).follows(f"Read the agreement, and sign it or say why not: {NEEDS}")
    steps.answers(visitor, "We agree, with a reservation", RESERVATION)
    visitor.is_told("You have signed for Meals Voice, with your reservation.")
    visitor.becomes(ann).follows(f"Read the agreement, and sign it or say why not: {NEEDS}")
    visitor.sees(RESERVATION)
    steps.answers(visitor, "We agree to version 1")
    visitor.is_told("the stage is open now.")

    steps.goes_to(visitor.becomes(bea), NEEDS, "What people said (0)")
    steps.says(visitor, "An experience", SAID)
    _answers_it(visitor.becomes(ann))
    steps.changes_amount(visitor, "Meals 2023", "400,000", "The settlement is smaller than we were told.")
    visitor.is_told("The agreement of 1 stage rests on it and has to be looked at again.")

    _sees_the_cut_and_signs_again(visitor.becomes(bea), "We agree to version 1 again", VOICE_AGAIN)
    _sees_the_cut_and_signs_again(visitor.becomes(ann), "We agree to version 1 again", "")
    visitor.sees("Version 1 is in force")
    steps.goes_to(visitor.becomes(bea), NEEDS, "Report")
    _holds_all_of_it_in_order(text_of(visitor.reads_print()))


VOICE_AGAIN = "We sign again, and we ask who pays for the rest."


def _starts_a_cycle(visitor):
    visitor.presses("Start a cycle")
    for label, words in FORM.items():
        visitor.writes(label, words)
    visitor.presses("Start the cycle")
    visitor.is_told("The cycle has begun.")
    visitor.follows("Who takes part", "Bring in a group, an organisation or a person")
    visitor.picks("Which group?", steps.VOICE)
    visitor.presses("Bring in")
    visitor.is_told("Meals Voice takes part now.")


def _knows_the_money(visitor):
    steps.goes_to(visitor, "Overall budget", "The money", "Budget lines")
    visitor.presses("Add a budget line")
    visitor.writes("Title", "Meals 2023")
    visitor.writes("In plain words", "What a year of meals costs the council.")
    visitor.writes("Year", "2023")
    visitor.writes("Amount", "489,000")
    visitor.chooses("How sure it is", "Firm")
    visitor.presses("Save")
    visitor.is_told("“Meals 2023” is saved.")


def _answers_it(visitor):
    visitor.follows(f"Answer 1 contribution: {NEEDS}")
    steps.opens(visitor, SAID)
    visitor.presses("Answer this")
    visitor.chooses("What came of it?", "Nothing changed")
    visitor.writes("Why did nothing change?", "Hot meals stay as they are.")
    visitor.writes("Your answer", "You will go on getting your meal at noon.")
    visitor.presses("Send the answer")
    visitor.is_told("Your answer is there")


def _sees_the_cut_and_signs_again(visitor, position, words):
    visitor.sees_in("Waiting for you", "Meals 2023")
    visitor.follows(f"Read what changed, and sign again or say why not: {NEEDS}")
    visitor.sees(f"On {steps.today()} Ann changed “Meals 2023”", "489,000", "400,000", "So it has to be signed again")
    steps.answers(visitor, position, words)
    visitor.is_told("You have signed for")


def _holds_all_of_it_in_order(text):
    wanted = [
        "What was agreed",
        *(words for label, words in steps.WORDS.items() if label != "What is fixed"),
        VOICE_AGAIN,
        "What changed on the way",
        "Meals 2023",
        "The settlement is smaller than we were told.",
        "489,000",
        "400,000",
        "What people said, and what came of it",
        SAID,
        "You will go on getting your meal at noon.",
        "Hot meals stay as they are.",
        "Signatures",
        RESERVATION,
        "The ledger behind this report",
    ]
    at = 0
    for words in wanted:
        assert words in text[at:], words
        at = text.index(words, at)
