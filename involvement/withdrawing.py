"""Pausing and leaving by one's own wish, coming back, and what the authority replies (R24; c7)."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Participant, Stage
from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER
from cycle.openness import Openness
from cycle.words import Verb
from people.models import Membership, SigningRule

from .leaving import standing_parties
from .models import Withdrawal
from .models.party import GONE

PAUSED = Verb("participant paused", _("takes a pause:"))
WITHDREW = Verb("participant withdrew", _("leaves by its own wish:"))
BACK = Verb("participant back", _("is back after a pause:"))
REPLIED = Verb("withdrawal replied to", _("replied to the one who left or paused:"))

NOT_A_SPEAKER = _("Only somebody who may speak for %(party)s can say this.")
ONLY_THE_CHAIR = _("By the group’s own rule its chair speaks for it here.")
NO_PARTY_THERE = _("%(party)s is no party of the agreement of this stage.")
GONE_ALREADY = _("%(party)s has left already.")
PAUSED_ALREADY = _("%(party)s is on a pause there already.")
NOT_PAUSED = _("This is no pause, or it has ended already.")
REPLIED_ALREADY = _("There is a reply to this already.")
REPLY_NEEDED = _("Write a reply: those who left or paused read it.")


def refusal(participant, person):
    """Why this person cannot say that the participant pauses or leaves, as a sentence; empty when they can.

    The group's own rule holds: where its chair alone signs, the chair says it. Who keeps a group puts it in when nobody
    who speaks for it has e-mail.
    """
    cycle = participant.cycle
    standing = cycle.standing_of(person)
    if participant.standing in Participant.BY_SEAT or not participant.is_active:
        return NOT_A_SPEAKER % {"party": participant}
    if cycle.is_closed:
        return CYCLE_CLOSED
    group = participant.group
    if participant.pk in standing.speaks_for:
        is_chairs = group and group.signing_rule == SigningRule.CHAIR and participant.pk not in standing.chairs
        return ONLY_THE_CHAIR if is_chairs else ""
    if participant.pk in standing.keeps and is_spoken_for_on_paper(group):
        return ""
    return NOT_A_SPEAKER % {"party": participant}


def is_spoken_for_on_paper(group):
    """Whether nobody who speaks for this group has an e-mail address."""
    speakers = Membership.objects.active().filter(group=group, role__in=Membership.SPEAKERS)
    return not speakers.filter(person__email__isnull=False).exists()


def stages_of(participant):
    """The stages under way in whose agreement the participant is a party and which it has not left, as a queryset."""
    parties = [party for party in standing_parties(participant) if party.pk not in _gone(participant)]
    return Stage.objects.filter(pk__in=[party.agreement.round.stage_id for party in parties])


def _gone(participant):
    """The ids of parties of this participant that have left."""
    parties = participant.parties.values("pk")
    gone = participant.cycle.events.by_verb(GONE).filter(thing_type="involvement.party", thing_id__in=parties)
    return set(gone.values_list("thing_id", flat=True))


def withdraw(participant, by, sort, *, stage=None, words="", openness=Openness.PUBLIC, ready_on=None):
    """Pause or leave: from a stage, or with none from the whole cycle. Returns the Withdrawal. Raises Refused.

    sort: a `Withdrawal.Sort`. A pause changes no agreement: nobody waits for a signature until they are back. Who
    leaves is missed in every agreement in which they are a party, so that the others look at it again (R10).
    """
    cycle = participant.cycle
    with ledger.writing(cycle):
        participant.refresh_from_db(fields=["until_date", "from_date"])
        _check(participant, by, sort, stage)
        parties = standing_parties(participant)
        parties = [each for each in parties if stage is None or each.agreement.round.stage_id == stage.pk]
        made = Withdrawal.objects.create(
            cycle=cycle, stage=stage, participant=participant, sort=sort, words=words.strip(), openness=openness,
            ready_on=ready_on if sort == Withdrawal.Sort.PAUSE else None, given_by=by,
            put_in=participant.pk not in cycle.standing_of(by).speaks_for,
        )  # fmt: skip
        _tell(PAUSED if made.is_pause else WITHDREW, made, by, made.words)
        if not made.is_pause:
            _leave(made, by, parties)
    return made


def _check(participant, by, sort, stage):
    """Raise Refused where this cannot be."""
    said = {"party": participant}
    if sentence := refusal(participant, by):
        raise moves.Refused(sentence, conflict=not participant.is_active)
    if stage and not stages_of(participant).filter(pk=stage.pk).exists():
        raise moves.Refused(NO_PARTY_THERE % said)
    paused = Withdrawal.objects.pauses_now().filter(participant=participant, stage=stage)
    if sort == Withdrawal.Sort.PAUSE and paused.exists():
        raise moves.Refused(PAUSED_ALREADY % said, conflict=True)


def _leave(made, by, parties):
    """End what a pause left open, and the parts themselves; each agreement hears of it."""
    participant = made.participant
    open_ones = Withdrawal.objects.pauses_now().filter(participant=participant)
    open_ones = open_ones.filter(stage=made.stage) if made.stage_id else open_ones
    open_ones.update(back_at=made.given_at, back_by=by)
    if made.stage_id is None:
        participant.end()
        made.cycle.__dict__.pop("_standings", None)
    gone, reason = _gone(participant), made.words if made.openness == Openness.PUBLIC else ""
    for party in parties:
        if party.pk not in gone:
            ledger.record(
                GONE, party, by, cycle=made.cycle, stage=party.agreement.round.stage, material=True, reason=reason,
                openness=participant.openness, acting_for=participant.acting_name,
            )  # fmt: skip


def _tell(verb, made, by, words="", after=None):
    """Write it down; words that are not for everybody stay out of the ledger."""
    participant = made.participant
    ledger.record(
        verb, made, by, cycle=made.cycle, stage=made.stage, after=after,
        reason=words if made.openness == Openness.PUBLIC else "", openness=participant.openness,
        acting_for=participant.acting_name if verb is not REPLIED else "",
    )  # fmt: skip


def refusal_to_come_back(made, person):
    """Why this person cannot say that the pause is over, as a sentence; empty when they can."""
    return refusal(made.participant, person) or ("" if made.is_on else NOT_PAUSED)


def come_back(made, by, words=""):
    """End a pause. Raises Refused."""
    with ledger.writing(made.cycle):
        if sentence := refusal_to_come_back(made, by):
            raise moves.Refused(sentence)
        rows = Withdrawal.objects.pauses_now().filter(pk=made.pk)
        if not rows.update(back_at=timezone.now(), back_by=by, back_words=words.strip()):
            raise moves.Refused(NOT_PAUSED, conflict=True)
        made.refresh_from_db(fields=["back_at", "back_by", "back_words"])
        _tell(BACK, made, by, words.strip())


def refusal_to_reply(made, person):
    """Why this person cannot reply for the authority, as a sentence; empty when they can."""
    if not made.cycle.standing_of(person).runs:
        return NOT_AN_OFFICER
    if made.cycle.is_closed:
        return CYCLE_CLOSED
    return REPLIED_ALREADY if made.is_answered else ""


def reply(made, by, words):
    """Reply for the authority; it stands. Raises Refused."""
    with ledger.writing(made.cycle):
        if sentence := refusal_to_reply(made, by):
            raise moves.Refused(sentence, conflict=sentence == REPLIED_ALREADY)
        if not words.strip():
            raise moves.Refused(REPLY_NEEDED)
        rows = Withdrawal.objects.filter(pk=made.pk, replied_at__isnull=True)
        if not rows.update(reply=words.strip(), replied_by=by, replied_at=timezone.now()):
            raise moves.Refused(REPLIED_ALREADY, conflict=True)
        made.refresh_from_db(fields=["reply", "replied_by", "replied_at"])
        is_open = made.openness == Openness.PUBLIC
        _tell(REPLIED, made, by, after={"reply": made.reply} if is_open else None)


def paused_in(cycles):
    """The ids of participants that are on a pause from the whole of one of these cycles; one query."""
    found = Withdrawal.objects.pauses_now().filter(cycle__in=cycles, stage__isnull=True)
    return set(found.values_list("participant_id", flat=True))


def ended_by_officers(cycle):
    """The participants whose part ended by no wish of their own that was written down, the latest first."""
    own = Withdrawal.objects.filter(participant=OuterRef("pk"), sort=Withdrawal.Sort.LEAVE, stage__isnull=True)
    ended = cycle.participants.filter(~Exists(own), ~Q(standing__in=Participant.BY_SEAT), until_date__isnull=False)
    return ended.filter(until_date__lt=timezone.localdate()).order_by("-until_date", "pk")
