"""Signing: who may speak for a party, what they may say, and what follows when everybody has signed (R9, R16)."""

from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Event
from cycle.words import Verb
from people.models import Membership, Person, SigningRule

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
CHANGED_MEANWHILE = _("Something changed while you were reading. Read what changed, then give your answer again.")
BEFORE_THE_CHANGE = _(
    "This was signed before the last change, on %(day)s. Read the change with them, and let them sign again."
)
BEFORE_IT_WAS_PROPOSED = _("This version was proposed on %(day)s, so it cannot have been signed before that.")
NOT_YET_THAT_DAY = _("The day of a signature cannot lie ahead.")
SIGNED_ALREADY = _("You have said this already, and nothing has changed since.")


def refusal(party, person):
    """Why this person cannot sign for this party now, as a sentence; empty when they can."""
    return _closed(party) or ("" if _speaks(party, person) else NOT_A_SPEAKER)


def paper_refusal(party, person):
    """Why this person cannot put in a paper signature of this party, as a sentence; empty when they can."""
    kept = party.agreement.ledger_cycle.standing_of(person).keeps
    return _closed(party) or ("" if party.participant_id in kept else NOT_THE_CONVENOR)


def speakers(party):
    """The people who may sign for a group that is a party, by its own rule, as a queryset of Person."""
    roles = [Membership.Role.CHAIR] if party.signing_rule == SigningRule.CHAIR else Membership.SPEAKERS
    places = Membership.objects.active().filter(group=party.participant.group_id, role__in=roles)
    return Person.objects.filter(pk__in=places.values("person_id"))


def sign(party, by, position, words="", seen=None):
    """Sign for a party. Returns the Signature. Raises Refused.

    position: a `Signature.Position`. seen: the number of the last change that the signer was shown; None for all there
    are. A stage that was being prepared opens with the last signature that it waited for.
    """
    if sentence := refusal(party, by):
        raise moves.Refused(sentence)
    return _put(party, by, position, words, seen, signed_by=by)


def sign_on_paper(party, by, signed_by, position, words="", signed_on=None, read_back=False, seen=None):
    """Put in what somebody who speaks for the party signed on paper. Returns the Signature. Raises Refused."""
    if sentence := paper_refusal(party, by):
        raise moves.Refused(sentence)
    if not speakers(party).filter(pk=signed_by.pk).exists():
        raise moves.Refused(NOT_A_SPEAKER)
    signed_on = signed_on or timezone.localdate()
    if sentence := _not_that_day(party.agreement, signed_on):
        raise moves.Refused(sentence)
    paper = {"on_paper": True, "signed_on": signed_on, "read_back": read_back}
    return _put(party, by, position, words, seen, signed_by=signed_by, **paper)


def _not_that_day(agreement, day):
    """Why a paper of this day cannot be taken: a change that it could not know of makes it old before it comes in."""
    proposed = timezone.localdate(agreement.proposed_at)
    if day > timezone.localdate():
        return NOT_YET_THAT_DAY
    if day < proposed:
        return BEFORE_IT_WAS_PROPOSED % {"day": formats.date_format(proposed, "j F Y")}
    last = Event.objects.concerning(agreement.stage).material().order_by("number").last()
    if last and day < timezone.localdate(last.at):
        return BEFORE_THE_CHANGE % {"day": formats.date_format(timezone.localtime(last.at), "j F Y")}
    return ""


def _put(party, by, position, words, seen=None, **how):
    """Write the signature and its event; open the stage when everybody has signed."""
    if position != Signature.Position.AGREE and not words.strip():
        raise moves.Refused(NEEDS_WORDS)
    agreement, name = party.agreement, party.participant.acting_name
    stage, cycle = agreement.stage, agreement.ledger_cycle
    with ledger.writing(cycle):
        _refresh(agreement)
        if sentence := _closed(party):
            raise moves.Refused(sentence, conflict=True)
        status = status_of(stage)
        if seen is not None and status.changed_at > seen:
            raise moves.Refused(CHANGED_MEANWHILE, conflict=True)
        _refuse_repetition(status, party, how["signed_by"], position, words)
        event = ledger.record(
            VERBS[position], agreement, by, cycle=cycle, stage=stage, acting_for=name,
            after={"position": str(position), "words": words},
        )  # fmt: skip
        signature = Signature.objects.create(
            party=party, position=position, words=words, entered_by=by, event=event, **how
        )
        if stage.state == stage.State.PREPARING and status_of(stage).is_in_force:
            because = _("Everybody who has to sign has signed version %(version)d.") % {"version": agreement.version}
            stage.open(by, reason=because, acting_for=name)
    return signature


def _refresh(agreement):
    """Learn where the agreement and its stage stand, now that the ledger is held."""
    agreement.refresh_from_db(fields=["state"])
    agreement.stage.refresh_from_db(fields=["state", "round_number"])


def _refuse_repetition(status, party, signer, position, words):
    """Refuse what this person has said for the party already, when neither a change nor another's no came after it."""
    each = next((each for each in status.parties if each.party.pk == party.pk), None)
    own = next((one for one in each.given if one.signed_by_id == signer.pk), None) if each else None
    if own is None or (own.position, own.words) != (position, words) or own.event.number < status.changed_at:
        return
    if own == each.signature or not each.has_declined:
        raise moves.Refused(SIGNED_ALREADY)


def _speaks(party, person):
    return party.is_spoken_for_by(party.agreement.ledger_cycle.standing_of(person))


def _closed(party):
    agreement = party.agreement
    if sentence := agreement.is_over():
        return sentence
    return "" if agreement.state == Agreement.State.PROPOSED else NOT_PROPOSED
