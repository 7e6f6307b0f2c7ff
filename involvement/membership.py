"""Who belongs to a group, where the group is a party: a new convenor is a change that agreements rest on (R10)."""

from contextlib import ExitStack, contextmanager

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cycle import ledger
from cycle.models import Participant
from cycle.words import Verb
from people.models import Membership

from .leaving import standing_parties

CAME = {
    Membership.Role.CONVENOR: Verb("convenor came", _("brought in a new convenor for")),
    Membership.Role.CHAIR: Verb("chair came", _("brought in a new chair for")),
    Membership.Role.REPRESENTATIVE: Verb("representative came", _("brought in somebody new to sign for")),
}
LEFT = {
    Membership.Role.CONVENOR: Verb("convenor left", _("ended the part of a convenor of")),
    Membership.Role.CHAIR: Verb("chair left", _("ended the part of a chair of")),
    Membership.Role.REPRESENTATIVE: Verb("representative left", _("ended the part of somebody who signed for")),
}


def add_member(group, by, **said):
    """Add somebody to a group, and tell it where the group takes part. Returns the Membership. Raises Refused.

    said: name, email and role, as `Group.add_member` takes them.
    """
    with _ledgers_of(group) as parts:
        place = group.add_member(by, **said)
        _tell(parts, CAME.get(place.role), by, place)
    return place


def end_membership(group, by, place):
    """End somebody's place in a group, and tell it where the group takes part. Raises Refused (R24)."""
    with _ledgers_of(group) as parts:
        group.end_membership(by, place)
        _tell(parts, LEFT.get(place.role), by, place)


@contextmanager
def _ledgers_of(group):
    """One transaction that holds the ledger of every cycle in which the group takes part; gives its Participants."""
    parts = Participant.objects.active().filter(group=group).exclude(cycle__state="closed").select_related("cycle")
    with transaction.atomic(), ExitStack() as held:
        found = list(parts.order_by("cycle_id"))
        for part in found:
            held.enter_context(ledger.writing(part.cycle))
        yield found


def _tell(parts, verb, by, place):
    """Write down who may speak for or keeps the group now; the name stays on the group's own page."""
    for part in parts if verb else ():
        parties = standing_parties(part) if place.role == Membership.Role.CONVENOR else []
        told = {"cycle": part.cycle, "acting_for": part.name, "openness": part.openness}
        for party in parties:
            ledger.record(verb, part, by, stage=party.agreement.round.stage, material=True, **told)
        if not parties:
            ledger.record(verb, part, by, **told)
