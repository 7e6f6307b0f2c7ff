"""How open the authority says that it is, and how people place it."""

from itertools import count

from feedback.models import Placing
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
