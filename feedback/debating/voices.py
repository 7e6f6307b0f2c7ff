"""For whom somebody speaks in a debate, and how all that is done in it is written down."""

from contextlib import contextmanager

from django.utils.translation import gettext_lazy as _

from cycle import ledger
from cycle.models import Participant
from cycle.models.stage import cycle_closed

from ..models.debate import OVER

NOT_YOUR_VOICE = _("You cannot say this for those that you chose.")
ELSEWHERE = _("Choose something that is said in this debate.")


def voices_of(cycle, person):
    """The participants for which this person may speak in a debate, or put in what they said."""
    standing = cycle.standing_of(person)
    return Participant.objects.active().filter(cycle=cycle, pk__in=standing.speaks_for | standing.keeps)


def is_over(debate):
    return OVER if debate.is_over else cycle_closed(debate.stage)


@contextmanager
def writing(debate):
    """Hold the cycle's ledger, and read anew where the debate stands."""
    with ledger.writing(debate.cycle):
        debate.refresh_from_db(fields=["state"])
        yield


def tell(verb, debate, by, participant, **told):
    told = {name: value for name, value in told.items() if value}
    ledger.record(
        verb, debate, by, cycle=debate.cycle, stage=debate.stage, openness=debate.openness, after=told,
        acting_for=participant.acting_name if participant else "",
    )  # fmt: skip
