"""When an exercise opens and closes, by whom, and the sentences for when it does not (R45)."""

from django.utils.translation import gettext_lazy as _

from ... import moves
from ...models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER, runs
from ...words import Verb
from . import item

OPENED = Verb("exercise opened", _("opened for ballots:"))
CLOSED = Verb("exercise closed", _("closed, and counted:"))

STAGE_NOT_OPEN = _("People can only be asked while this stage is open.")
NO_BALLOT = _("No ballot is in yet. Wait for the first one before you close it.")
NOT_NOW = {
    "preparing": _("This is still being prepared. It has not been opened yet."),
    "open": _("This is open already."),
    "closed": _("This is closed. To ask again, make a new exercise and say why."),
}


def unready_to_open(exercise):
    """The first thing that it lacks before it can open, as a sentence."""
    if exercise.stage.cycle.is_closed:
        return CYCLE_CLOSED
    return item.unready(exercise) if exercise.stage.is_open else STAGE_NOT_OPEN


def unready_to_close(exercise):
    """Why it cannot be closed now, as a sentence."""
    if exercise.stage.cycle.is_closed:
        return CYCLE_CLOSED
    return "" if exercise.ballots.exists() else NO_BALLOT


MOVES = {
    "open": moves.Move(OPENED, ("preparing",), "open", runs, NOT_AN_OFFICER, NOT_NOW, unready_to_open),
    "close": moves.Move(CLOSED, ("open",), "closed", runs, NOT_AN_OFFICER, NOT_NOW, unready_to_close),
}
