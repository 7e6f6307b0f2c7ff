"""People say what they need on a blank sheet; an officer takes it up, and only then lists what there is (R32, R33)."""

import pytest

from tests import build
from tests.journeys import steps

pytestmark = pytest.mark.django_db
NEEDS, WORK = "Needs assessment", "Needs, and how we know"
WORDS = "I want somebody to eat with. Alone I do not eat."


@pytest.mark.req("R32")
def test_what_people_need_comes_before_the_list_of_services(visitor, cast):
    build.opened(cast.cycle, "needs")
    steps.goes_to(visitor.becomes(cast.mia), NEEDS, WORK)
    visitor.follows("What do you need, starting from a blank sheet?")
    visitor.sees("What do you need, starting from a blank sheet?")
    visitor.chooses("What is it?", "A view")
    visitor.writes("What do you want to say?", WORDS)
    visitor.chooses("Whose view is it?", "My own")
    visitor.presses("Check what you wrote")
    visitor.presses("Send it")
    visitor.is_told("Thank you. It is written down")
    _takes_it_up(visitor.becomes(cast.ann))
    steps.goes_to(visitor, NEEDS, WORK)
    visitor.sees("The sheet is still blank", "First people say what they need, on a blank sheet.")
    visitor.presses("Turn the blank sheet over")
    visitor.presses("Turn it over")
    visitor.is_asked_again("Fill in “Who was asked, and who was not?”.")
    visitor.writes("Who was asked, and who was not?", "People who get meals now. Nobody who stopped.")
    visitor.presses("Turn it over")
    visitor.is_told("The sheet is turned over. Services can be listed now.")
    visitor.presses("Add a service that there is")
    visitor.writes("Title", "Lunch clubs")
    visitor.writes("In plain words", "People eat together once a week.")
    visitor.writes("Who runs it", "The clubs themselves")
    visitor.ticks("Somebody to eat with")
    visitor.presses("Save")
    visitor.is_told("“Lunch clubs” is saved.")
    steps.goes_to(visitor.leaves(), NEEDS, WORK)
    visitor.sees("The blank sheet was turned over. People who get meals now. Nobody who stopped.", "Lunch clubs")
    assert visitor.complaints == []


def _takes_it_up(visitor):
    """An officer makes a need of it in the member's words, and answers with it."""
    steps.goes_to(visitor, NEEDS, "What people said (1)")
    steps.opens(visitor, WORDS)
    visitor.follows("Add a need")
    visitor.sees(WORDS)
    visitor.writes("Title", "Somebody to eat with")
    visitor.chooses("Need, want or aspiration", "Need")
    visitor.chooses("Whose need", "One person")
    visitor.chooses("Way of looking at it", "Social: what around the person gets in the way")
    visitor.chooses("Who said it", "People who use the service now")
    visitor.chooses("Who may read it", "Everyone")
    visitor.presses("Save")
    visitor.writes("Your answer", "It stands on the list now.")
    visitor.presses("Send the answer")
    visitor.is_told("Your answer is there")
