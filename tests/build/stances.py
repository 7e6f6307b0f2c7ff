"""How open the authority says that it is, and how people place it."""

from itertools import count

from feedback.models import Placing, Rating
from feedback.models.rating import Question
from involvement.models import Stance

from .cycles import lead, users
from .people import member, person

numbers = count(1)


def stance(stage, by=None, position="open", words="All of it can change."):
    """What the authority says about a stage, stated by the lead."""
    return Stance.state(stage, by or lead(stage.cycle), position, words)


def members(cycle, number):
    """So many new people in the first users' group of the cycle."""
    group = users(cycle).group
    found = [person(f"Member {next(numbers)}") for _each in range(number)]
    for each in found:
        member(each, group)
    return found


def placed(stage, people, *positions):
    """Each of these people gives an answer; with fewer positions than people the last one is everybody else's."""
    for number, each in enumerate(people):
        Placing.place(stage, each, positions[min(number, len(positions) - 1)])


def rated(stage, people, *numbers):
    """Each of these people says how much taking part mattered; the last number is everybody else's."""
    for place, each in enumerate(people):
        Rating.rate(stage, each, {Question.MATTERED: numbers[min(place, len(numbers) - 1)]})


def seats(cycle, number):
    """So many new people with a seat in the cycle."""
    found = [person(f"Officer {next(numbers)}") for _each in range(number)]
    for each in found:
        cycle.seat(each, "officer", lead(cycle))
    return found
