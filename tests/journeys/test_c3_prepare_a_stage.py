"""C3: a commissioner prepares a stage: begins it, drafts words, names parties, sees what is missing, proposes."""

import pytest

from tests import build

from . import steps

STAGE = "Agree priorities"


NOT_YET = {"Are the money and the decisions open to those who take part?": "Partly"}
CANNOT_SEE = "The sum for next year is not known yet."


@pytest.mark.req("R9", "R11", "R12", "R15", "R16", "R17")
def test_a_commissioner_says_how_ready_it_is_drafts_the_agreement_and_puts_it_before_its_parties(visitor, cast):
    steps.begins(visitor.becomes(cast.ann), STAGE)
    visitor.follows("In the Round", f"Write and propose the agreement: {STAGE}")
    visitor.sees("Draft the agreement")
    steps.drafts(visitor, steps.WORDS | {"Why it is fixed": ""})
    visitor.sees("Propose version 1: Write down first how ready you are for this round.")
    visitor.presses("Write down how ready you are")
    for question, answer in (steps.READY | NOT_YET).items():
        visitor.chooses(question, answer)
    visitor.presses("Write it down")
    visitor.is_asked_again("Say in a few words what is there and what is not.")
    visitor.writes("About the money and the decisions", CANNOT_SEE)
    visitor.writes("What is done about what is not ready", "We show it in March.")
    visitor.presses("Write it down")
    visitor.is_told("It is written down how ready this stage is.")
    visitor.sees("Propose version 1: Write “why it is fixed” before you propose the agreement.")
    visitor.follows("Write the words")
    visitor.writes("Why it is fixed", steps.WORDS["Why it is fixed"])
    visitor.presses("Save the draft")
    visitor.sees("Name at least one users' group as a party that signs.")
    visitor.sees("Not a party yet:", "Cabinet (Councillors or board members)", "Hot Plate Ltd (Providers)")
    steps.names(visitor, steps.VOICE, "Shares in the decision")
    steps.names(visitor, steps.TEAM, "Informs")
    visitor.follows("Read the draft as others will")
    visitor.sees(
        "This is a draft.",
        *steps.WORDS.values(),
        *steps.TERMS.values(),
        "Shares in the decision",
        "It decides together with others.",
    )
    steps.goes_to(visitor, STAGE)
    visitor.presses("Propose version 1")
    visitor.is_told("Version 1 is proposed. Its words stand from now on, and its parties can answer it.")
    visitor.sees("Version 1 waits for the answer of")

    visitor.becomes(cast.mia).follows(steps.CYCLE, STAGE)
    visitor.sees(*steps.WORDS.values(), "See every line of the budget.", "Be named as having set the total.")
    visitor.sees("What is not ready yet", CANNOT_SEE, "We show it in March.")


def test_terms_without_words_come_back_with_what_was_written(visitor, cast):
    build.begin(cast.stage("priorities"))
    steps.goes_to(visitor.becomes(cast.ola), STAGE)
    steps.drafts(visitor)
    visitor.follows(f"Add it, with its terms: {steps.VOICE}")
    visitor.writes("Role", "Says what it needs")
    visitor.presses("Save the terms")
    visitor.is_asked_again("Fill in “May”.", "Choose an answer for “Level of influence”.")
    assert visitor.page.get_by_role("textbox", name="Role").input_value() == "Says what it needs"


@pytest.mark.req("R10")
def test_a_new_round_starts_from_the_last_agreement(visitor, cast):
    stage = build.opened(cast.cycle, "priorities", purpose="To put first things first.")
    build.record(stage)
    stage.finish(cast.ann)
    build.begin(stage, reason="More money came.")
    steps.goes_to(visitor.becomes(cast.ann), STAGE)
    visitor.presses("Draft the agreement")
    assert (
        visitor.page.get_by_role("textbox", name="What this stage is for").input_value() == "To put first things first."
    )
    visitor.presses("Save the draft")
    visitor.sees("Meals Voice: Says what it knows (Influences)", "Propose version 1")
