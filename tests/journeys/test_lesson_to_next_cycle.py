"""C9 and C1 in one line: a stage is looked back on, a lesson is written, and the next cycle takes it up."""

import pytest

from tests import build

from . import steps

NEEDS, REVIEW = "Needs assessment", "Review"


def goes_to_finish(visitor, stage):
    steps.goes_to(visitor, stage, "What people said (0)")
    visitor.unfolds("More that you can do here")
    visitor.follows("Finish this stage")


@pytest.mark.req("R64", "R66", "R87")
def test_what_people_found_becomes_a_lesson_that_the_next_cycle_takes_up(visitor, cast):
    needs = build.opened(cast.cycle, "needs")
    build.record(needs)
    build.defined(needs)
    goes_to_finish(visitor.becomes(cast.ann), NEEDS)
    visitor.sees("Nobody has looked back on this round yet.")
    visitor.follows("Write down what helped, or what got in the way")
    visitor.writes("Title", "Forms came late")
    visitor.writes("In plain words", "Some people had two days.")
    visitor.chooses("What it was", "It got in the way")
    visitor.writes("How people who use the service see it", "I was in hospital.")
    visitor.presses("Save")
    visitor.is_told("“Forms came late” is saved.")
    goes_to_finish(visitor, NEEDS)
    visitor.sees("Forms came late", "Nothing stands in the way.")
    visitor.presses("Finish this stage")
    visitor.is_told("This stage is finished.")

    review = build.opened(cast.cycle, "review")
    steps.goes_to(visitor, REVIEW, "What we learnt", "Add a lesson")
    visitor.writes("The lesson, in one sentence", "Send forms three weeks before")
    visitor.writes("In plain words", "People need time, and helpers too.")
    visitor.writes("What made it so, here", "Letters are slow in the valleys.")
    visitor.writes("What it takes", "A list of helpers, and dates that the groups agree to.")
    visitor.presses("Save")
    visitor.is_told("“Send forms three weeks before” is saved.")
    review.finish(cast.ann, "It is time.")
    build.cycle(cast.ann, cast.council, title="Help at home")

    visitor.page.goto("/")
    visitor.follows_beginning("See what earlier cycles left")
    visitor.sees("Send forms three weeks before", "Nobody has said yet what becomes of these")
    visitor.presses("Take things up, or leave them")
    visitor.presses("Save")
    visitor.is_asked_again("Choose at least one thing.")
    visitor.ticks("Send forms three weeks before")
    visitor.chooses("What becomes of them?", "We take it up")
    visitor.picks("Which stage takes them up?", "Test and refine")
    visitor.writes("Why?", "We send them in May.")
    visitor.presses("Save")
    visitor.is_told("1 is decided.")
    visitor.sees("Taken up", "We send them in May.")

    visitor.leaves().follows("Lessons", "Send forms three weeks before")
    visitor.sees("What later cycles made of it", "We send them in May.")


@pytest.mark.req("R65")
def test_anybody_walks_back_from_a_record_to_why_it_is_so(visitor, cast):
    needs = build.opened(cast.cycle, "needs")
    said = build.contribution(needs, cast.mia, cast.users, text="Nobody knocks any more.")
    need = build.record(needs, title="Somebody to knock")
    build.answer(said, outcome="changed", changed_event=need.history().first(), text="It stands here now.")
    strategy = build.opened(cast.cycle, "strategy")
    build.record(strategy, title="A minute at the door", needs=[need])
    steps.goes_to(visitor.leaves(), "Agree strategic framework", "The framework", "A minute at the door")
    visitor.follows("Why is it so? All that led here, on one page")
    visitor.sees("What it rests on", "Somebody to knock", "Who decides")
    visitor.follows("Somebody to knock", "Why is it so? All that led here, on one page")
    visitor.sees("Nobody knocks any more.", "It stands here now.", "What followed from it", "A minute at the door")
