"""Signing: who may speak for a party, what they may say, and what follows when everybody has signed (R9, R16)."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.words import Verb
from people.models import Membership, Person

from .models import Agreement, Signature
from .status import status_of

AGREED = Verb("agreement signed", _("signed the agreement"))
RESERVED = Verb("agreement signed with a reservation", _("signed the agreement, with a reservation"))
DECLINED = Verb("agreement declined", _("declined the agreement"))
VERBS = {"agree": AGREED, "reserve": RESERVED, "decline": DECLINED}

NOT_A_SPEAKER = _("Only somebody who may speak for this party can sign for it.")
NOT_THE_CONVENOR = _("Only the group's convenor or chair can put in what was signed on paper.")
NOT_PROPOSED = _("This version is not open for signing.")
NEEDS_WORDS = _("Say in a few words what your reservation is, or why you do not agree.")
SIGNED_ALREADY = _("You have said this already, and nothing has changed since.")


def refusal(party, person):
    """Why this person cannot sign for this party now, as a sentence; empty when they can."""
    return _closed(party) or ("" if _speaks(party, person) else NOT_A_SPEAKER)


def paper_refusal(party, person):
    """Why this person cannot put in a paper signature of this party, as a sentence; empty when they can."""
    kept = party.agreement.ledger_cycle.standing_of(person).keeps
    return _closed(party) or ("" if party.participant_id in kept else NOT_THE_CONVENOR)


def speakers(party):
    """The people who may speak for a group that is a party, as a queryset of Person."""
    places = Membership.objects.active().filter(group=party.participant.group_id, role__in=Membership.SPEAKERS)
    return Person.objects.filter(pk__in=places.values("person_id"))


def sign(party, by, position, words=""):
    """Sign for a party. Returns the Signature. Raises Refused.

    position: a `Signature.Position`. A stage that was being prepared opens with the last signature that it waited for.
    """
    if sentence := refusal(party, by):
        raise moves.Refused(sentence)
    return _put(party, by, position, words, signed_by=by)


def sign_on_paper(party, by, signed_by, position, words="", signed_on=None, read_back=False):
    """Put in what somebody who speaks for the party signed on paper. Returns the Signature. Raises Refused."""
    if sentence := paper_refusal(party, by):
        raise moves.Refused(sentence)
    if not speakers(party).filter(pk=signed_by.pk).exists():
        raise moves.Refused(NOT_A_SPEAKER)
    paper = {"on_paper": True, "signed_on": signed_on or timezone.localdate(), "read_back": read_back}
    return _put(party, by, position, words, signed_by=signed_by, **paper)


def _put(party, by, position, words, **how):
    """Write the signature and its event; open the stage when everybody has signed."""
    if position != Signature.Position.AGREE and not words.strip():
        raise moves.Refused(NEEDS_WORDS)
    agreement, name = party.agreement, party.participant.name
    stage, cycle = agreement.stage, agreement.ledger_cycle
    with ledger.writing(cycle):
        stands = Agreement.objects.filter(pk=agreement.pk, state=Agreement.State.PROPOSED)
        if not stands.exists():
            raise moves.Refused(NOT_PROPOSED, conflict=True)
        _refuse_repetition(party, stage, position, words)
        event = ledger.record(
            VERBS[position], agreement, by, cycle=cycle, stage=stage, acting_for=name,
            after={"position": str(position), "words": words},
        )  # fmt: skip
        signature = Signature.objects.create(
            party=party, position=position, words=words, entered_by=by, event=event, **how
        )
        stage.refresh_from_db(fields=["state", "round_number"])
        if stage.state == stage.State.PREPARING and status_of(stage).is_in_force:
            because = _("Everybody who has to sign has signed version %(version)d.") % {"version": agreement.version}
            stage.open(by, reason=because, acting_for=name)
    return signature


def _refuse_repetition(party, stage, position, words):
    status = next((each for each in status_of(stage).parties if each.party.pk == party.pk), None)
    last = status.signature if status else None
    if last and not status.is_stale and (last.position, last.words) == (position, words):
        raise moves.Refused(SIGNED_ALREADY)


def _speaks(party, person):
    return party.participant_id in party.agreement.ledger_cycle.standing_of(person).speaks_for


def _closed(party):
    agreement = party.agreement
    if agreement.ledger_cycle.is_closed:
        return _("This cycle is closed, so nothing in it can be changed.")
    return "" if agreement.state == Agreement.State.PROPOSED and agreement.round.is_current else NOT_PROPOSED
