"""Closing a cycle: nothing that was promised is forgotten by it (R78).

What came of a promise is written down before, with its reason; or all that is still open is carried on, for one reason
that everybody reads. A promise that is carried on stays as it is: its owner still has it on their first page, its day
and what comes of it are still written down, and the next cycle shows it.
"""

from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Event
from cycle.openness import Openness
from cycle.words import Verb

from .models import Promise

CARRIED = Verb("promises carried on", _("carries on what was promised in"))

STILL_OPEN = _("Something is still promised here. Write down what came of it, or say why it is carried on.")


def close_cycle(cycle, by, reason, carried_because=""):
    """Close a cycle for good. carried_because: read by everybody, needed while a promise is open. Raises Refused."""
    with ledger.writing(cycle):
        is_promised = Promise.objects.in_cycle(cycle).still_open().exists()
        if is_promised and not cycle.refusal("close", by):
            if not carried_because.strip():
                raise moves.Refused(STILL_OPEN)
            ledger.record(CARRIED, cycle, by, cycle=cycle, reason=carried_because, openness=Openness.PUBLIC)
        return cycle.close(by, reason=reason)


def carried(cycle):
    """The Event that says why the open promises of a cycle were carried on when it was closed; None before."""
    return Event.objects.filter(cycle=cycle).by_verb(CARRIED).select_related("by").order_by("number").last()
