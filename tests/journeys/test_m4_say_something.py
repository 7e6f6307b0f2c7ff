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
    if VOICES[voice]:
        visitor.presses("Check what you wrote")
        visitor.is_asked_again("Say how you know what the others think.")
        visitor.chooses("How did you find out what they think?", "We called or visited people")
        visitor.writes("How do you know what they think?", VOICES[voice])
        visitor.writes("How many people were asked?", "23")
        visitor.writes("How many of them answered?", "19")
        visitor.writes("Did some of them think something else?", "Four thought it was long enough.")
        visitor.writes("Whom could you not ask?", "Nobody who is in hospital.")
    else:
        visitor.sees_not("How their views were gathered")
    visitor.presses("Check what you wrote")
    visitor.sees("It is not sent yet.", "Everyone can read these words", "Five weeks are too short.")
    visitor.presses("Send it")
    visitor.is_told(f"Thank you. It is written down, and you get an answer by {steps.answer_day()}.")
    visitor.sees("Five weeks are too short.", voice, VOICES[voice], "Mia, Meals Voice")
    if VOICES[voice]:
        visitor.sees("We called or visited people", "23", "19", "Four thought it was long enough.")
        visitor.sees("Nobody who is in hospital.")
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
    visitor.presses("Check what you wrote")
    visitor.sees(
        "Only the convenor of Meals Voice sees the name Mia. Everybody else reads “Somebody from Meals Voice”."
    )
    visitor.presses("Send it")
    for person, name in ((cast.cove, "Mia, Meals Voice"), (cast.ann, "Somebody from Meals Voice")):
        steps.goes_to(visitor.becomes(person), NEEDS, "What people said (1)")
        visitor.sees("The carer is rough with me.", name)
    visitor.sees_not("Mia")
    steps.goes_to(visitor.leaves(), NEEDS, "What people said (0)")
    visitor.sees("1 more was given to those who take part.")
    visitor.sees_not("The carer is rough with me.")


@pytest.mark.req("R68")
def test_she_stops_half_way_and_comes_back_to_it(visitor, cast, needs):
    build.record(needs, title="A hot meal every day")
    steps.goes_to(
        visitor.becomes(cast.mia),
        NEEDS,
        "Needs, and how we know",
        "Needs",
        "A hot meal every day",
        "Say something about this",
    )
    visitor.chooses("What is it?", "A question")
    visitor.writes("What do you want to say?", "Is it hot on Sundays too?")
    visitor.presses("Save and come back")
    visitor.is_told("It is kept. You find it on your first page, and nobody else can read it.")
    visitor.page.goto("/")
    visitor.sees("You have something half-written", "Is it hot on Sundays too?")
    visitor.follows_beginning("Go on writing")
    visitor.sees("About: A hot meal every day")
    visitor.presses("Check what you wrote")
    visitor.presses("Change something")
    visitor.writes("What do you want to say?", "Is it hot on Saturdays too?")
    visitor.presses("Check what you wrote")
    visitor.presses("Send it")
    visitor.sees("Is it hot on Saturdays too?", "A hot meal every day")
    visitor.page.goto("/")
    visitor.sees_not("You have something half-written")


@pytest.mark.req("R71")
def test_she_corrects_her_words_and_then_takes_them_back(visitor, cast, needs):
    build.contribution(needs, cast.mia, text="The van came at five.")
    steps.goes_to(visitor.becomes(cast.mia), NEEDS, "What people said (1)")
    steps.opens(visitor, "The van came at five.")
    visitor.follows("Correct what was said")
    visitor.writes("What it says from now on", "The van came at four.")
    visitor.writes("Why do you correct it?", "I mixed up the days.")
    visitor.presses("Correct it")
    visitor.is_told("It is corrected. The earlier words can still be read.")
    visitor.unfolds("1 earlier wording")
    visitor.sees("The van came at five.", "I mixed up the days.")
    visitor.follows("Withdraw it")
    visitor.presses("Withdraw it")
    visitor.sees("Only you can still read the words.", "The van came at four.")
    steps.goes_to(visitor.becomes(cast.ann), NEEDS, "What people said (1)")
    visitor.sees("This was withdrawn. Its words are not shown any more.")
    visitor.sees_not("The van came")
