"""C6, its first half: an officer types in paper forms and a phone call, one by one or in a sitting."""

import pytest

from tests import build

from . import steps

NEEDS = "Needs assessment"
PAPERS = (
    ("On paper", "An experience", "The driver always waits until I have opened the door."),
    ("On paper", "A concern", "I cannot lift the hot tray."),
    ("By phone", "A question", "Can I pay by the month?"),
)
CHANNELS = ("On paper", "By phone", "By letter", "At a meeting", "In a one-to-one talk", "On a visit")


@pytest.mark.req("R68", "R70")
def test_an_officer_types_in_what_came_on_paper_and_by_phone(visitor, cast):
    build.opened(cast.cycle, "needs")
    steps.goes_to(visitor.becomes(cast.ola), NEEDS, "What people said (0)")
    for channel, sort, words in PAPERS:
        visitor.follows("Put in what somebody said on paper, by phone or face to face")
        visitor.chooses("How was it said?", channel)
        visitor.picks("Which group or body do they belong to?", steps.VOICE)
        visitor.chooses("What is it?", sort)
        visitor.writes("What did they say?", words)
        visitor.ticks("They agreed that this is put in")
        visitor.presses("Check what you wrote")
        visitor.presses("Send it")
        visitor.is_told(f"Thank you. It is written down, and you get an answer by {steps.answer_day()}.")
        visitor.sees(channel, words, "Put in by", "Ola")
        visitor.follows("Everything that people said here")
    visitor.sees(*(words for _channel, _sort, words in PAPERS))
    visitor.follows("What people said (3)")


def test_every_way_of_saying_something_is_offered_and_nothing_is_lost_over_a_mistake(visitor, cast):
    build.opened(cast.cycle, "needs")
    steps.goes_to(visitor.becomes(cast.ola), NEEDS, "What people said (0)")
    visitor.follows("Put in what somebody said on paper, by phone or face to face")
    visitor.sees(*CHANNELS)
    visitor.writes("What did they say?", PAPERS[0][2])
    visitor.presses("Check what you wrote")
    visitor.is_asked_again("Choose an answer for “How was it said?”.", "Choose an answer for “What is it?”.")
    assert visitor.page.get_by_role("textbox", name="What did they say?").input_value() == PAPERS[0][2]


FORMS = 6


@pytest.mark.req("R68", "R70")
def test_forms_are_put_in_one_after_the_other_and_none_twice(visitor, cast):
    codes = [
        str(sheet) for sheet in build.batch(build.opened(cast.cycle, "needs"), cast.ola, number=FORMS).sheets.all()
    ]
    steps.goes_to(visitor.becomes(cast.ola), NEEDS, "What people said (0)")
    visitor.unfolds("More that you can do here")
    visitor.follows("Put in many paper forms, one after the other")
    for number, code in enumerate(codes, 1):
        puts_in(visitor, code.lower(), f"The words on sheet {number}.")
        visitor.sees(f"Put in today: {number}", "is put in. Go on with the next one", f"The words on sheet {number}.")
        assert visitor.page.evaluate("document.activeElement.name") == "code"
    puts_in(visitor, codes[0], "The words on sheet 1 once more.")
    visitor.is_asked_again("This form is put in already.")
    visitor.sees("The words on sheet 1.")
    visitor.ticks("Yes, this is another one from the same sheet")
    visitor.presses("Put it in, and go on")
    visitor.sees(f"Put in today: {FORMS + 1}")


def puts_in(visitor, code, words):
    visitor.writes("Code at the top of the paper form", code)
    visitor.chooses("What is it?", "An experience")
    visitor.writes("What did they say?", words)
    visitor.ticks("They agreed that this is put in")
    visitor.presses("Put it in, and go on")


def test_a_wrong_letter_in_a_code_is_noticed_and_the_words_stay(visitor, cast):
    code = str(build.batch(build.opened(cast.cycle, "needs"), cast.ola).sheets.first())
    steps.goes_to(visitor.becomes(cast.ola), NEEDS, "What people said (0)")
    visitor.unfolds("More that you can do here")
    visitor.follows("Put in many paper forms, one after the other")
    puts_in(visitor, code[:-1] + ("B" if code[-1] != "B" else "C"), PAPERS[0][2])
    visitor.is_asked_again("This is not a code from one of our forms.")
    assert visitor.page.get_by_role("textbox", name="What did they say?").input_value() == PAPERS[0][2]
