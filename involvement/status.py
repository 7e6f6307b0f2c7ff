"""Where agreements stand: derived from signatures and the ledger each time, never stored (R10, R20)."""

from dataclasses import dataclass, field

from django.db.models import BigIntegerField, Case, F, OuterRef, Q, Subquery, When
from django.utils.translation import gettext_lazy as _

from cycle.models import Event, Stage
from cycle.models.stage import FINISHED

from .models import Agreement, Override, Party, Signature

NONE, DRAFT, WAITING, DECLINED, IN_FORCE, OUT_OF_DATE = (
    "none",
    "draft",
    "waiting",
    "declined",
    "in force",
    "out of date",
)

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
    """One party of the agreement that stands, its latest signature, and whether that is older than a change."""

    party: Party
    signature: Signature | None
    is_stale: bool

    @property
    def is_signed(self):
        """Whether the party has agreed, with or without a reservation, and nothing has changed since."""
        return bool(self.signature) and not self.has_declined and not self.is_stale

    @property
    def has_declined(self):
        return bool(self.signature) and self.signature.position == Signature.Position.DECLINE

    @property
    def is_waited_for(self):
        return self.party.must_sign and not self.is_signed


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
        needed = [status for status in self.parties if status.party.must_sign]
        if any(status.has_declined for status in needed):
            return DECLINED
        if any(status.signature is None for status in needed):
            return WAITING
        return OUT_OF_DATE if any(status.is_stale for status in needed) else IN_FORCE

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
        return [status.party.participant.name for status in self.parties if status.is_waited_for]

    def changes(self):
        """The material events since the oldest stale signature, up to a finished round's end; oldest first."""
        if self.agreement is None or not self.changed_at:
            return Event.objects.none()
        numbers = [status.signature.event.number for status in self.parties if status.is_stale and status.signature]
        if not numbers:
            return Event.objects.none()
        concerned = Event.objects.concerning(self.agreement.stage).material().after(min(numbers))
        return concerned.filter(number__lte=self.changed_at).select_related("by", "stage").order_by("number")


def status_of(stage):
    """The AgreementStatus of one stage's current round."""
    return statuses_of([stage])[stage.pk]


def statuses_of(stages):
    """The AgreementStatus for each of these stages, as a dict by stage id; five queries at any number."""
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
    for agreement in agreements.select_related("round"):
        agreement.round.stage = by_pk[agreement.round.stage_id]
        status = found[agreement.round.stage_id]
        setattr(status, "draft" if agreement.is_draft else "agreement", agreement)
        by_id[agreement.pk] = status
    _fill_parties({pk: status for pk, status in by_id.items() if status.agreement and status.agreement.pk == pk})
    return found


def _fill_parties(by_agreement):
    """Give each status its parties with their latest signatures."""
    parties = Party.objects.filter(agreement__in=by_agreement).select_related("participant")
    signatures = {}
    of_these = Signature.objects.filter(party__agreement__in=by_agreement).select_related("signed_by", "event")
    for signature in of_these.order_by("event__number"):
        signatures[signature.party_id] = signature
    for party in parties:
        status, signature = by_agreement[party.agreement_id], signatures.get(party.pk)
        party.agreement = status.agreement
        is_stale = bool(signature) and signature.event.number < status.changed_at
        status.parties.append(PartyStatus(party, signature, is_stale))


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
