"""What an answer rests on: each outcome has its own ground, and no other (R79, R82)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cycle import moves


class Outcome(models.TextChoices):
    CHANGED = "changed", _("Something changed")
    NO_CHANGE = "no change", _("Nothing changed")
    LATER = "later", _("It will be looked at later")
    PASSED_ON = "passed on", _("It is not ours: passed to somebody else")
    REFUSED = "refused", _("This question is not answered")


# The columns that an outcome needs; the others stay empty.
GROUNDS = {
    Outcome.CHANGED: ("changed_event",),
    Outcome.NO_CHANGE: ("because",),
    Outcome.LATER: ("later_by",),
    Outcome.PASSED_ON: ("passed_to", "expect"),
    Outcome.REFUSED: ("because",),
}
EMPTY = {"changed_event": None, "because": "", "later_by": None, "passed_to": "", "expect": ""}

NEEDED = _("An answer says what changed, why nothing did, by when it is looked at, or to whom it was passed.")
ONLY_QUESTIONS = _("Only a question can be left without an answer. To anything else, say what came of it.")


def kept(outcome, given):
    """The ground of this outcome out of what was given, as a dict of columns. Raises Refused when it is not there."""
    ground = {name: given.get(name) for name in GROUNDS[outcome]}
    if not all(ground.values()):
        raise moves.Refused(NEEDED)
    return ground


def told(ground):
    """A ground as the ledger tells it."""
    return {name: f"event {value.number}" if hasattr(value, "number") else str(value) for name, value in ground.items()}


def has_its_ground():
    """The condition on a row: the columns of its outcome are filled, and the others are empty."""
    either = Q()
    for outcome, names in GROUNDS.items():
        row = Q(outcome=outcome.value)
        for name, empty in EMPTY.items():
            is_empty = Q(**{f"{name}__isnull": True}) if empty is None else Q(**{name: ""})
            row &= ~is_empty if name in names else is_empty
        either |= row
    return either
