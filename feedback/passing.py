"""Passing a contribution on inside the cycle: another officer answers it. That is no answer, and it says why (R82)."""

from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Event
from cycle.officers import is_officer
from cycle.reading import read_events
from cycle.words import Verb

from .models import Contribution

PASSED = Verb("contribution passed", _("passed on to another officer"))

NOT_AN_OFFICER = _("Choose an officer of this cycle: only they can answer.")
OWNED_ALREADY = _("This officer has it already.")
SAY_WHY = _("Say why you pass it on, so that the one who gave it can follow.")


def pass_on(contribution, by, to, reason):
    """Another officer answers it from now on; its day stays. Returns the Event. Raises Refused."""
    with ledger.writing(contribution.cycle):
        now = Contribution.objects.only("state", "owner_id").get(pk=contribution.pk)
        contribution.state = now.state
        if sentence := contribution.refusal("answer", by) or _refusal(contribution, to, now.owner_id, reason):
            raise moves.Refused(sentence)
        same = Contribution.objects.filter(pk=contribution.pk, owner=now.owner_id, state=now.state)
        if not same.update(owner=to):
            raise moves.Refused(moves.QUICKER, conflict=True)
        before = contribution.owner.name if contribution.owner else ""
        contribution.owner = to
        return ledger.record(
            PASSED, contribution, by, cycle=contribution.cycle, stage=contribution.stage, reason=reason,
            openness=contribution.openness, before={"answered_by": before}, after={"answered_by": to.name},
        )  # fmt: skip


def passings_of(contribution, reader):
    """The Lines of the ledger that tell how it was passed on, as this reader may have them; oldest first."""
    events = Event.objects.of(contribution).by_verb(PASSED).select_related("by", "stage")
    return read_events(list(events), reader, contribution.cycle)


def _refusal(contribution, to, owner_id, reason):
    if not reason.strip():
        return SAY_WHY
    if not is_officer(to, contribution.cycle):
        return NOT_AN_OFFICER
    return OWNED_ALREADY if owner_id == to.pk else ""
