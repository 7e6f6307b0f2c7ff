"""Asking for less, pausing and leaving, what gets in the way, and agreements that lapsed."""

from datetime import time

from django.utils import timezone

from feedback.lapses import lapse_of
from feedback.models import Explanation
from involvement import withdrawing
from involvement.models import Attendance, Barrier, Easing, Session

from .cycles import lead, users


def easing(person, sort="less", by=None, **over):
    """A wish to be asked for less, in everything and until further notice unless `over` says otherwise."""
    return Easing.ask(person, by or person, sort, **over)


def asked_to_meet(stage, person, participant=None, minutes=90, **over):
    """A meeting of today to which somebody is asked. Returns the Attendance."""
    by = lead(stage.cycle)
    said = {"title": "Tea and talk", "held_on": timezone.localdate(), "where": "At the chapel", "begins": time(14)}
    made = Session.plan(stage, by, None, **said | over | {"minutes": minutes})
    return Attendance.objects.create(
        session=made, person=person, participant=participant or users(stage.cycle), asked_by=by
    )


def withdrawal(participant, by, sort="leave", **over):
    """A group pauses or leaves, from the whole cycle unless `over` gives a stage."""
    return withdrawing.withdraw(participant, by, sort, **{"words": "Nothing comes of it."} | over)


def barrier(cycle, by, participant=None, sort="jargon", **over):
    """Something that gets in the way, said by somebody who takes part."""
    words = over.pop("words", "The papers are full of letters like ICB.")
    return Barrier.log(cycle, by, participant or users(cycle), sort, words, **over)


def explanation(stage, by=None, sort="changed", words="The one who writes agreements was ill."):
    """Why the agreement of a stage lapsed."""
    return Explanation.give(lapse_of(stage, sort), by or lead(stage.cycle), words)
