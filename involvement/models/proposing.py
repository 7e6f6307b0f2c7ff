"""What a draft has to have before it can be put before its parties (R9, R13, R15, R17)."""

from django.utils.translation import gettext_lazy as _

from cycle.officers import is_officer

from .party import Party
from .readiness import unwritten

OFFICERS_ANSWER = _("Choose an officer of this cycle to see to the answers.")
NO_USERS = _(
    "Name at least one users' group as a party that signs. If no users can take part, write why: everybody reads it."
)
USERS_AND_NONE = _("A users' group is a party. So take out the reason why no users take part.")
NO_COMMISSIONERS = _("Name the commissioners as a party: they sign for what they promise.")
OWNERS_SIGN = _("%(party)s is to own the decision. So it has to sign: nobody owns a decision without saying yes to it.")


def unready(agreement):
    """The first thing that the draft lacks before it can be proposed, as a sentence."""
    if sentence := agreement.is_over() or unwritten(agreement.round):
        return sentence
    if agreement.answered_by and not is_officer(agreement.answered_by, agreement.ledger_cycle):
        return OFFICERS_ANSWER
    for name in agreement.NEEDED:
        if not getattr(agreement, name).strip():
            label = agreement._meta.get_field(name).verbose_name
            return _("Write “%(label)s” before you propose the agreement.") % {"label": label}
    parties = list(agreement.parties.select_related("participant__group"))
    return _lacks_a_side(agreement, parties) or next(filter(None, map(cannot_sign, parties)), "")


def _lacks_a_side(agreement, parties):
    """Whether users (or the reason why there are none, R13) and commissioners are there to sign, as a sentence."""
    sides = {party.participant.standing for party in parties if party.must_sign}
    has_reason = bool(agreement.without_users.strip())
    if ("users" in sides) == has_reason:
        return USERS_AND_NONE if has_reason else NO_USERS
    return "" if "commissioners" in sides else NO_COMMISSIONERS


def cannot_sign(party):
    """Why this party could not sign as its terms and its own rule have it, as a sentence (R9, R17)."""
    if not party.participant.is_active:
        return _("%(party)s no longer takes part in this cycle. Take it out of the draft.") % {"party": party}
    if party.level == Party.Level.OWN and not party.must_sign:
        return OWNERS_SIGN % {"party": party}
    group = party.participant.group
    return group.why_rule_fails() if group and party.must_sign else ""
