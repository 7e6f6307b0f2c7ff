"""Sending a claim: who may, for whom, and what stands in it (R76; M11)."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cycle import moves
from people.models import Membership, Person
from people.reference import new_code
from people.refusal import Conflict

from ..models import Claim, ClaimLine, Offer, OfferAnswer, Receipt
from ..models.claim import SENT
from ..models.offer import offered_to
from ..models.offer_answer import NOT_FOR_THEM, NOT_OFFERED

Sort = ClaimLine.Sort

CLAIMED_ALREADY = _("This is claimed already.")
NOTHING_IN_IT = _("Put in at least one amount.")
TAKES_NOTHING = _("You said that you take nothing for this. Say first that you take your costs.")
WHICH_DAY = _("It can have been given only after its day, and not on a day to come.")
NOT_YET = _("You can claim this from %(day)s on.")


def why_not(offer, person, by):
    """Why `by` cannot send a claim for this person, as a sentence; empty when they can."""
    through = offered_to(offer, person)
    if not through:
        return NOT_OFFERED if by == person else NOT_FOR_THEM
    standing = offer.stage.cycle.standing_of(by)
    if by != person and not (standing.runs or through & standing.keeps):
        return NOT_FOR_THEM
    if not offer.is_over:
        return NOT_YET % {"day": date_format(offer.day, "j F Y")}
    if offer.claims.standing().filter(person=person).exists():
        return CLAIMED_ALREADY
    said = offer.answers.by(person, offer)
    return TAKES_NOTHING if said and said.says == OfferAnswer.Says.NOTHING else ""


@transaction.atomic
def send(offer, person, by, *, takes_fee, has_read, costs, is_shown=False, receipts=(), given_on=None):
    """Claim the fee, when it is taken, and costs. Returns the Claim. Raises Refused (R76).

    costs: Sort -> {amount, miles, words}; has_read: the note on benefits; receipts: Checked files. given_on: the day on
    which they gave it to whoever puts it in, from which the promised days count.
    """
    Offer.objects.select_for_update().get(pk=offer.pk)
    if sentence := why_not(offer, person, by):
        raise moves.Refused(sentence, conflict=sentence == CLAIMED_ALREADY)
    day = given_on or timezone.localdate()
    if not offer.day <= day <= timezone.localdate():
        raise moves.Refused(WHICH_DAY)
    fee = _fee(offer, person, by, takes_fee, has_read)
    lines = lines_with(fee, offer, costs)
    new = Claim.objects.create(
        offer=offer, person=person, entered_by=by, participant_id=min(offered_to(offer, person)),
        is_shown_to_convenor=is_shown, reference=new_reference(),
        due_on=day + timedelta(days=offer.rates.pay_within_days), sent_at=_at_noon(day) if given_on else timezone.now(),
    )  # fmt: skip
    new.put_lines(lines)
    for found in receipts:
        Receipt.attach(new, by, found)
    new.note_step(SENT, by)
    return new


def _at_noon(day):
    return timezone.make_aware(datetime.combine(day, time(12)))


def new_reference():
    """A reference for paper and for the pay office that no claim has yet."""
    code = new_code()
    while Claim.objects.filter(reference=code).exists():
        code = new_code()
    return code


def _fee(offer, person, by, takes_fee, has_read):
    """The fee of this claim: what they said yes to, now or before; what they said is kept as their answer."""
    if not offer.fee:
        return Decimal(0)
    said = offer.answers.by(person, offer)
    wanted = OfferAnswer.Says.FEE if takes_fee else OfferAnswer.Says.COSTS
    if not said or said.says != wanted or (has_read and said.is_behind):
        said = OfferAnswer.say(offer, person, by, wanted, has_read=has_read)
    return said.fee


def lines_with(fee, offer, costs):
    """What stands in a claim: the fee and the costs, each more than nothing. Raises Refused when there is nothing."""
    lines = {Sort.FEE: {"amount": fee, "words": offer.fee_for}} if fee else {}
    lines |= {sort: said for sort, said in costs.items() if said["amount"]}
    if not lines:
        raise moves.Refused(NOTHING_IN_IT)
    return lines


def people_to_enter_for(offer, by):
    """Those for whom `by` may put in a claim: who belong to the groups that they keep, or to any for an officer."""
    cycle = offer.stage.cycle
    standing = cycle.standing_of(by)
    parts = cycle.participants.active().filter(standing="users")
    parts = parts.filter(pk=offer.participant_id) if offer.participant_id else parts
    parts = parts if standing.runs else parts.filter(pk__in=standing.keeps)
    groups = parts.exclude(group=None).values("group_id")
    today = timezone.localdate()
    then, now = (Membership.objects.active(day).filter(group__in=groups) for day in (min(offer.day, today), today))
    found = Q(pk__in=then.values("person_id")) | Q(pk__in=now.values("person_id"))
    found |= Q(pk__in=parts.exclude(person=None).values("person_id"))
    seated = cycle.seats.active().values("person_id")
    return Person.objects.filter(found).exclude(pk=by.pk).exclude(pk__in=seated).order_by("name", "pk")


@transaction.atomic
def correct(claim, by, version, *, takes_fee, has_read, costs, words=""):
    """Put a claim right that is not decided yet, or answer the question about it. Raises Refused, and Conflict."""
    if sentence := claim.refusal("correct", by):
        raise moves.Refused(sentence)
    if claim.version != version:
        raise Conflict(claim)
    fee = _kept_fee(claim, by, takes_fee, has_read)
    claim.correct(by, version, lines_with(fee, claim.offer, costs), words=words)


def _kept_fee(claim, by, takes_fee, has_read):
    """The fee of a claim that is put right: as it was, or taken or declined anew."""
    before = claim.lines.filter(sort=Sort.FEE).first()
    if before and takes_fee:
        return before.amount
    if before:
        OfferAnswer.objects.filter(offer=claim.offer, person=claim.person).update(
            says=OfferAnswer.Says.COSTS, fee=0, entered_by=by, at=timezone.now()
        )
        return Decimal(0)
    return _fee(claim.offer, claim.person, by, takes_fee, has_read) if takes_fee else Decimal(0)
