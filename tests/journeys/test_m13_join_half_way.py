"""M13: somebody joins half-way, reads what was decided and why, and what they may do, and signs what exists."""

import pytest

from involvement.membership import add_member
from people.models import Person
from tests import build

from . import steps

NEEDS = "Needs assessment"


@pytest.mark.req("R10", "R89")
def test_a_new_representative_needs_nobody_to_brief_her(visitor, cast):
    build.opened(cast.cycle, "needs")
    build.record(cast.stage("strategy"), title="Nobody goes without a meal")
    build.begin(cast.stage("strategy"))
    build.proposed(cast.stage("budget"))
    add_member(cast.meals_voice, cast.cove, name="Noor New", email="noor@example.org", role="representative")

    visitor.becomes(Person.objects.get(email="noor@example.org"))
    visitor.sees_in("Waiting for you", "Read the agreement, and sign it or say why not: Overall budget")
    visitor.follows(steps.CYCLE, "New here? Read this first")
    visitor.sees(build.WORDS["purpose"])
    visitor.unfolds("What was fixed and settled here, and why: Agree strategic framework")
    visitor.sees("Nobody goes without a meal")
    visitor.unfolds(f"What was fixed and settled here, and why: {NEEDS}")
    visitor.sees(build.WORDS["fixed_because"])
    visitor.sees("You are here for", steps.VOICE, "Says what it knows (Influences)", "Sign contracts.")
    visitor.sees("Ann, Lead commissioner", "Cara, Councillor or board member who decides")
    visitor.follows("Read the agreement, and sign it or say why not: Overall budget")
    visitor.sees("You speak for Meals Voice.", "Are you new here?")
    visitor.presses("We agree to version 1")
    visitor.presses("Send our answer to version 1")
    visitor.is_told("You have signed for Meals Voice.")


@pytest.mark.req("R10", "R16", "R89")
def test_a_body_that_comes_later_signs_what_exists_and_the_others_agree_again(visitor, cast):
    build.opened(cast.cycle, "needs")
    steps.goes_to(visitor.becomes(cast.ann), NEEDS)
    visitor.follows("Add it to the agreement: Hot Plate Ltd")
    for label, said in steps.TERMS.items():
        visitor.writes(label, said)
    visitor.chooses("Level of influence", "Informs")
    visitor.chooses("Does it have to sign before the stage opens?", "Yes")
    visitor.presses("Save the terms")
    visitor.is_told("Hot Plate Ltd can sign now.")

    visitor.becomes(cast.pat).follows(steps.CYCLE, "New here? Read this first")
    visitor.sees("You are here for", "Hot Plate Ltd", steps.TERMS["Role"])
    visitor.follows(f"Read the agreement, and sign it or say why not: {NEEDS}")
    visitor.presses("We agree to version 1")
    visitor.presses("Send our answer to version 1")

    visitor.becomes(cast.bea).follows(f"Read what changed, and sign again or say why not: {NEEDS}")
    visitor.sees("added to those who agree: “Hot Plate Ltd”", steps.TERMS["May not"])
    visitor.presses("We agree to version 1 again")
    visitor.presses("Send our answer to version 1")
    visitor.is_told("You have signed for Meals Voice.")
