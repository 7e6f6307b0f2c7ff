"""Closing a cycle: it was looked back on, and nothing that was promised is forgotten by it (R64, R78).

What came of a promise is written down before, with its reason; or all that is still open is carried on, for one reason
that everybody reads. A promise that is carried on stays as it is: its owner still has it on their first page, its day
and what comes of it are still written down, and the next cycle shows it.
"""

from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.looking_back import is_reviewed
from cycle.models import Event
from cycle.openness import Openness
from cycle.words import Verb

from .models import Promise

UNREVIEWED = Verb("cycle not reviewed", _("ends without a review:"))
CARRIED = Verb("promises carried on", _("carries on what was promised in"))

NOT_REVIEWED = _("This cycle has not been looked back on. Finish its review, or say why it ends without one.")
STILL_OPEN = _("Something is still promised here. Write down what came of it, or say why it is carried on.")


def close_cycle(cycle, by, reason, carried_because="", unreviewed_because=""):
    """Close a cycle for good. Raises Refused.

    carried_because: needed while a promise is open. unreviewed_because: needed while no review of it was ever finished
    (R64). Everybody reads both.
    """
    with ledger.writing(cycle):
        if not is_reviewed(cycle) and not cycle.refusal("close", by):
            if not unreviewed_because.strip():
                raise moves.Refused(NOT_REVIEWED)
            ledger.record(UNREVIEWED, cycle, by, cycle=cycle, reason=unreviewed_because, openness=Openness.PUBLIC)
        is_promised = Promise.objects.in_cycle(cycle).still_open().exists()
        if is_promised and not cycle.refusal("close", by):
            if not carried_because.strip():
                raise moves.Refused(STILL_OPEN)
            ledger.record(CARRIED, cycle, by, cycle=cycle, reason=carried_because, openness=Openness.PUBLIC)
        return cycle.close(by, reason=reason)


def carried(cycle):
    """The Event that says why the open promises of a cycle were carried on when it was closed; None before."""
    return Event.objects.filter(cycle=cycle).by_verb(CARRIED).select_related("by").order_by("number").last()
