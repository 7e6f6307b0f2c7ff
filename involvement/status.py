"""Where agreements stand: derived from signatures and the ledger each time, never stored (R10, R20)."""

from dataclasses import dataclass, field

from django.db.models import BigIntegerField, Case, F, OuterRef, Q, Subquery, When
from django.utils.translation import gettext_lazy as _

from cycle.models import Event, Participant, Stage
from cycle.models.stage import FINISHED

from .models import Agreement, Override, Party, Signature
from .models.party import GONE
from .models.withdrawal import paused_parties

NONE, DRAFT, WAITING, DECLINED, IN_FORCE, OUT_OF_DATE = (
    "none",
    "draft",
    "waiting",
    "declined",
    "in force",
    "out of date",
)

USERS = Participant.Standing.USERS

WORDS = {
    NONE: _("No agreement yet"),
    DRAFT: _("Being drafted"),
    WAITING: _("Waiting for signatures"),
    DECLINED: _("Not agreed"),
    IN_FORCE: _("In force"),
    OUT_OF_DATE: _("Changed since it was signed"),
}


@dataclass
class PartyStatus:
    """One party of the agreement that stands, and how far it has signed.

    given: the latest signature of each person who signed for it, oldest first. changed_at: number of the newest
    material event. has_left: whether it ended its part while the round was under way. is_paused: on a pause just now.
    """

    party: Party
    given: list[Signature] = field(default_factory=list)
    changed_at: int = 0
    has_left: bool = False
    is_paused: bool = False

    @property
    def signature(self):
        """The latest one, or None."""
        return self.given[-1] if self.given else None

    @property
    def has_declined(self):
        """Whether the latest word of the party is no."""
        return bool(self.given) and self.signature.position == Signature.Position.DECLINE

    @property
    def agreeing(self):
        """The signatures that say yes, with or without a reservation, newest first."""
        return [each for each in reversed(self.given) if each.position != Signature.Position.DECLINE]

    @property
    def is_signed(self):
        """Whether the party has agreed by its own rule, and nothing has changed since."""
        fresh = [each for each in self.agreeing if self.is_fresh(each)]
        return not self.has_declined and len(fresh) >= self.party.signatures_needed

    @property
    def has_agreed(self):
        """Whether the party has said yes to this version by its own rule, before or after a change."""
        return not self.has_declined and len(self.agreeing) >= self.party.signatures_needed

    @property
    def is_stale(self):
        """Whether what the party said, yes or no, is older than a change."""
        if self.has_declined:
            return not self.is_fresh(self.signature)
        return self.has_agreed and not self.is_signed

    @property
    def read_up_to(self):
        """The number of the event up to which the party knew, when it is stale."""
        if self.has_declined:
            return self.signature.event.number
        return self.agreeing[self.party.signatures_needed - 1].event.number

    @property
    def is_needed(self):
        """Whether the agreement is not in force without it: nobody waits for who has left or is on a pause."""
        return self.party.must_sign and not self.has_left and not self.is_paused

    @property
    def is_waited_for(self):
        return self.is_needed and not self.is_signed

    def is_asked(self, person):
        """Whether the signature of this person, who may speak for it, would bring it further."""
        if self.has_left or self.is_paused or self.has_declined or self.is_signed:
            return False
        return not any(each.signed_by_id == person.pk and self.is_fresh(each) for each in self.agreeing)

    def is_fresh(self, signature):
        """Whether a signature was given after the newest change."""
        return signature.event.number > self.changed_at


@dataclass
class AgreementStatus:
    """Where the agreement of a stage's current round stands.

    agreement: the version that was proposed last, or None. draft: a draft beside it, or None. parties: list of
    PartyStatus. changed_at: number of the newest material event. override: the Override of the round, or None.
    """

    agreement: Agreement | None = None
    draft: Agreement | None = None
    parties: list[PartyStatus] = field(default_factory=list)
    changed_at: int = 0
    override: Override | None = None

    @property
    def word(self):
        """One of the six words above."""
        if self.agreement is None:
            return DRAFT if self.draft else NONE
        needed = [status for status in self.parties if status.is_needed]
        if any(status.has_declined for status in needed):
            return DECLINED
        if not all(status.has_agreed for status in needed):
            return WAITING
        return OUT_OF_DATE if self.has_lost_its_users or not all(status.is_signed for status in needed) else IN_FORCE

    @property
    def has_lost_its_users(self):
        """Whether users take part by its words, and none of those who signed does any more (R13)."""
        if self.agreement is None or self.agreement.without_users:
            return False
        return not any(each.is_needed and each.party.participant.standing == USERS for each in self.parties)

    @property
    def has_users_on_pause(self):
        """Whether users who signed are on a pause, and so may be back."""
        return any(each.is_paused and each.party.participant.standing == USERS for each in self.parties)

    @property
    def in_words(self):
        return WORDS[self.word]

    @property
    def is_in_force(self):
        """Every party that has to sign has signed, and nothing that the agreement rests on has changed since."""
        return self.word == IN_FORCE

    @property
    def waits_for(self):
        """The names of the parties whose signature is missing or too old."""
        return [str(status.party) for status in self.parties if status.is_waited_for]

    @property
    def stale_since(self):
        """The number of the event up to which the party knew that signed longest before a change; None without one."""
        numbers = [status.read_up_to for status in self.parties if status.is_stale and not status.has_left]
        return min(numbers, default=None)

    def changes(self):
        """The material events since the oldest stale signature, up to a finished round's end; oldest first."""
        since = self.stale_since
        if self.agreement is None or since is None:
            return Event.objects.none()
        concerned = Event.objects.concerning(self.agreement.stage).material().after(since)
        return concerned.filter(number__lte=self.changed_at).select_related("by", "stage").order_by("number")


def status_of(stage):
    """The AgreementStatus of one stage's current round."""
    return statuses_of([stage])[stage.pk]


def statuses_of(stages):
    """The AgreementStatus for each of these stages, as a dict by stage id; six queries at any number."""
    found = {stage.pk: AgreementStatus() for stage in stages}
    if not stages:
        return found
    changed = _last_material(stages)
    for stage in stages:
        found[stage.pk].changed_at = changed[stage.pk]
    current = Q(round__stage__in=stages, round__number=F("round__stage__round_number"))
    for override in Override.objects.filter(current).select_related("round", "owner", "event"):
        found[override.round.stage_id].override = override
    agreements = Agreement.objects.filter(current).exclude(state=Agreement.State.REPLACED)
    by_id, by_pk = {}, {stage.pk: stage for stage in stages}
    for agreement in agreements.select_related("round", "answered_by"):
        agreement.round.stage = by_pk[agreement.round.stage_id]
        status = found[agreement.round.stage_id]
        setattr(status, "draft" if agreement.is_draft else "agreement", agreement)
        by_id[agreement.pk] = status
    _fill_parties({pk: status for pk, status in by_id.items() if status.agreement and status.agreement.pk == pk})
    return found


def _fill_parties(by_agreement):
    """Give each status its parties with their latest signatures."""
    parties = Party.objects.filter(agreement__in=by_agreement).select_related("participant")
    parties = parties.annotate(is_paused=paused_parties())
    signatures = list(
        Signature.objects.filter(party__agreement__in=by_agreement)
        .select_related("signed_by", "event")
        .order_by("event__number")
    )
    left = _left([status.agreement.stage for status in by_agreement.values()])
    for party in parties:
        status = by_agreement[party.agreement_id]
        party.agreement = status.agreement
        given = latest_of(party, signatures)
        status.parties.append(PartyStatus(party, given, status.changed_at, party.pk in left, party.is_paused))


def latest_of(party, signatures):
    """The latest signature of each person who signed for a party; signatures: of several parties, oldest first."""
    latest = {}
    for signature in signatures:
        if signature.party_id == party.pk:
            latest.pop(signature.signed_by_id, None)
            latest[signature.signed_by_id] = signature
    return list(latest.values())


def _left(stages):
    """The ids of parties that left while one of these stages was under way."""
    gone = Event.objects.by_verb(GONE).filter(stage__in=stages)
    return set(gone.values_list("thing_id", flat=True))


def _last_material(stages):
    """For each stage the number of the newest material event that concerns it, 0 when there is none.

    A finished stage looks no further than its end: what comes later is for its next round.
    """
    ends = Event.objects.filter(stage=OuterRef("pk"), verb=FINISHED.slug).order_by("-number").values("number")[:1]
    concerned = Event.objects.filter(
        Q(stage=OuterRef("pk")) | Q(cycle=OuterRef("cycle"), reach=Event.Reach.CYCLE), number__lte=OuterRef("end")
    )
    rows = Stage.objects.filter(pk__in=[stage.pk for stage in stages]).annotate(
        end=Case(When(state=Stage.State.FINISHED, then=Subquery(ends)), default=BigIntegerField.MAX_BIGINT),
        last=Subquery(concerned.material().order_by("-number").values("number")[:1]),
    )
    return {pk: last or 0 for pk, last in rows.values_list("pk", "last")}
