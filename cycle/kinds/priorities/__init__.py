"""Agree priorities: users' and professionals' rankings apart, and the agreed list with its reasons (R45).

An `Exercise` asks both sides to put its `Item`s in order. `Ballot`s come in online or on paper and stay sealed until
it is closed; then `results` counts each side by itself, and an officer makes the `Priority` records of the agreed list.
"""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind, some_record
from .exercise import Exercise
from .glances import side_by_side
from .priority import Priority

STILL_OPEN = _("An exercise is still open. Close it, so that people see what came of their ballots.")


def none_open(stage):
    """A sentence while people are still asked to put things in order, else nothing."""
    return STILL_OPEN if Exercise.objects.filter(stage=stage, state=Exercise.State.OPEN).exists() else ""


NOT_AGREED = _("The ballots of an exercise are counted, and no list is agreed from it yet.")


def none_without_list(stage):
    """A sentence while a counted exercise, other than one that was asked again, has no agreed list; else nothing."""
    counted = Exercise.objects.filter(stage=stage, state=Exercise.State.CLOSED, items__priority__isnull=True)
    asked_again = Exercise.objects.filter(stage=stage, again_of__isnull=False).values("again_of")
    return NOT_AGREED if counted.exclude(pk__in=asked_again).exists() else ""


KIND = Kind(
    slug="priorities",
    name=_("Agree priorities"),
    place=6,
    prompt=_("Which of these matters most to you, and why?"),
    records=(Priority, Exercise),
    fed_by=("monitoring",),
    work=_("What comes first"),
    glances=(side_by_side,),
    unready_to_finish=(none_open, some_record),
    gaps=(none_without_list,),
)
