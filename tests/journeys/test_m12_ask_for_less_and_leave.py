"""M12: a member is tired or ill and is asked for less, with no harm to her place; she leaves, saying why or not."""

import pytest

from tests import build

from . import steps

ABOUT = "About you: what you can choose, and what we keep"
LOAD = "What is asked of you, and how to be asked for less"
LEFT = "Who left or paused, and why"


@pytest.mark.req("R72")
def test_she_pauses_with_one_press_keeps_her_place_and_is_back_with_one_press(visitor, cast):
    build.proposed(cast.stage("needs"))
    visitor.becomes(cast.bea)
    visitor.sees("Read the agreement, and sign it or say why not")
    visitor.follows(ABOUT, LOAD)
    visitor.sees("Read and sign an agreement")
    visitor.presses("I take a pause")
    visitor.is_told("You are on a pause. Nothing is asked of you.")
    visitor.page.goto("/")
    visitor.sees("You are on a pause: nothing is asked of you.")
    visitor.sees_not("Read the agreement, and sign it or say why not")
    visitor.follows("See what there is all the same, or end the pause")
    visitor.presses("End the pause")
    visitor.is_told("Welcome back.")
    visitor.page.goto("/")
    visitor.sees("Read the agreement, and sign it or say why not")


@pytest.mark.req("R72")
def test_she_asks_for_less_until_a_day_and_who_asks_her_is_told_and_never_why(visitor, cast):
    visitor.becomes(cast.mia).follows(ABOUT, LOAD, "Choose until when, where, and who may know")
    visitor.presses("Save this")
    visitor.is_asked_again("Choose an answer for “What do you want?”.")
    visitor.chooses("What do you want?", "Ask me for less")
    visitor.dates("Until which day?", "6 5 2031")
    visitor.chooses("Who may know?", "My convenor, and the officers who ask people")
    visitor.writes("A note for yourself", "My back.")
    visitor.presses("Save this")
    visitor.sees("You have asked for less.", "The last day is 6 May 2031.", "My back.")
    visitor.becomes(cast.cove)
    visitor.page.goto(cast.meals_voice.get_absolute_url())
    visitor.follows("What is asked of the group, and who has asked for less")
    visitor.sees("They let you know: Mia", "Has asked for less, until 6 May 2031")
    visitor.sees_not("My back.")


@pytest.mark.req("R24")
def test_her_group_leaves_with_its_words_and_the_authority_replies(visitor, cast):
    build.opened(cast.cycle, "needs")
    visitor.becomes(cast.bea).follows(steps.CYCLE, LEFT, "Pause or leave: Meals Voice")
    visitor.chooses("What do you do?", "We leave")
    visitor.writes("Why?", "We were asked, and not heard.")
    visitor.presses("Write it down")
    visitor.is_told("It is written down that you leave.")
    visitor.becomes(cast.ola).follows("Read why they left, and reply: Meals Voice")
    visitor.sees("We were asked, and not heard.")
    visitor.writes("Your reply", "You are right, and we are sorry.")
    visitor.presses("Send the reply")
    visitor.is_told("Your reply is there.")
    visitor.leaves().follows(steps.CYCLE, LEFT)
    visitor.sees("We were asked, and not heard.", "You are right, and we are sorry.")
    visitor.sees_not("Bea")


@pytest.mark.req("R24", "R72")
def test_she_leaves_her_group_without_a_word(visitor, cast):
    visitor.becomes(cast.mia)
    visitor.page.goto(cast.meals_voice.get_absolute_url())
    visitor.follows("Leave the group, and say why or not")
    visitor.presses("Leave the group")
    visitor.is_told("You have left Meals Voice. What you said and did stays.")
    assert not cast.meals_voice.has_member(cast.mia)


@pytest.mark.req("R80")
def test_she_says_what_gets_in_the_way_and_has_the_last_word(visitor, cast):
    build.opened(cast.cycle, "needs")
    visitor.becomes(cast.mia).follows(steps.CYCLE, "What gets in the way of taking part")
    visitor.presses("Say what gets in the way")
    visitor.chooses("What gets in the way?", "The words are hard to understand")
    visitor.writes("What happens?", "What is an ICB?")
    visitor.ticks("Nobody but the convenor of my group sees my name")
    visitor.presses("Say it")
    visitor.is_told("Thank you. Ann sees to it.")
    visitor.becomes(cast.ann).follows("Do something about what gets in the way: The words are hard to understand")
    visitor.sees("Somebody from Meals Voice")
    visitor.presses("Say what was done about it")
    visitor.writes("What was done about it?", "We write it out now.")
    visitor.presses("Save it")
    visitor.becomes(cast.mia).follows("Say whether this is gone: The words are hard to understand")
    visitor.chooses("Is it gone?", "Yes")
    visitor.presses("Say so")
    visitor.sees("The one who said it says: it is gone.")
