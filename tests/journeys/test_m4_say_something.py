"""M4: a member gives what she has to say, in her own voice or that of others, by name or not, and is thanked."""

import pytest

from tests import build

from . import steps

NEEDS = "Needs assessment"
VOICES = {
    "My own": "",
    "My group's, which asked me to say it": "At our meeting on 6 December",
    "Many people's, whom I asked": "By a round of telephone calls",
}


@pytest.fixture
def needs(cast):
    return build.opened(cast.cycle, "needs")


@pytest.mark.req("R68")
@pytest.mark.parametrize("voice", VOICES)
def test_she_says_whose_view_it_is_and_how_she_knows(visitor, cast, needs, voice):
    steps.goes_to(visitor.becomes(cast.mia), NEEDS, "What people said (0)")
    visitor.presses("Say something")
    visitor.chooses("What is it?", "A concern")
    visitor.writes("What do you want to say?", "Five weeks are too short.")
    visitor.chooses("Whose view is it?", voice)
    visitor.presses("Send it")
    if VOICES[voice]:
        visitor.is_asked_again("Say how you know what the others think.")
        visitor.writes("How do you know what they think?", VOICES[voice])
        visitor.writes("How many people were asked?", "23")
        visitor.writes("Did some of them think something else?", "Four thought it was long enough.")
        visitor.presses("Send it")
    visitor.is_told(f"Thank you. It is written down, and you get an answer by {steps.answer_day()}.")
    visitor.sees("Five weeks are too short.", voice, VOICES[voice], "Mia, Meals Voice")
    if VOICES[voice]:
        visitor.sees("23", "Four thought it was long enough.")
    steps.goes_to(visitor.leaves(), NEEDS, "What people said (1)")
    visitor.sees("Five weeks are too short.", "Somebody from Meals Voice")
    visitor.sees_not("Mia")


@pytest.mark.req("R71")
def test_unnamed_she_is_known_to_her_convenor_alone(visitor, cast, needs):
    steps.goes_to(visitor.becomes(cast.mia), NEEDS, "What people said (0)")
    visitor.presses("Say something")
    visitor.chooses("What is it?", "An objection")
    visitor.writes("What do you want to say?", "The carer is rough with me.")
    visitor.chooses("Who may read it?", "Only those who take part in this cycle")
    visitor.ticks("Do not show my name")
    visitor.presses("Send it")
    for person, name in ((cast.cove, "Mia, Meals Voice"), (cast.ann, "Somebody from Meals Voice")):
        steps.goes_to(visitor.becomes(person), NEEDS, "What people said (1)")
        visitor.sees("The carer is rough with me.", name)
    visitor.sees_not("Mia")
    steps.goes_to(visitor.leaves(), NEEDS, "What people said (0)")
    visitor.sees("1 more was given to those who take part.")
    visitor.sees_not("The carer is rough with me.")
