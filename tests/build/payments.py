"""What is paid: rates, offers, claims through every state."""

from datetime import timedelta
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from involvement.models import Claim, ClaimLine, Offer, Rates, Receipt
from involvement.paying import claiming, deciding
from people.files import checked

from .cycles import lead
from .giving import photo
from .paper import session

BUS = {ClaimLine.Sort.TRAVEL: {"amount": Decimal("4.20"), "words": "Bus 4, both ways"}}
TODAY = timezone.localdate
RATES = {
    "fee_short": Decimal(75), "short_hours": 4, "fee_long": Decimal(150), "fee_hour": Decimal(20),
    "fee_reading": Decimal(25), "fee_preparing": Decimal(10), "mile": Decimal("0.45"), "meals_most": Decimal(8),
    "care_hour": Decimal(12), "pay_within_days": 14, "adviser": "Valley Advice", "adviser_how": "Ring 01632 960 123",
    "employed": "If your employer pays you for this time, you cannot have a fee as well.", "source": "Our own policy",
}  # fmt: skip


def adopted(cycle, by=None, reason="So that people know.", **over):
    """Rates that hold from today on."""
    return Rates.adopt(cycle, by or lead(cycle), reason=reason, **{"valid_from": timezone.localdate(), **RATES, **over})


def offer(stage, by=None, **over):
    """What is paid for other work in a stage, whose day is today; rates are set where there are none."""
    if not Rates.objects.on(stage.cycle):
        adopted(stage.cycle)
    said = {"title": "Reading the draft", "held_on": timezone.localdate(), "fee": Decimal(75), "fee_for": "One day"}
    return Offer.make(stage, by or lead(stage.cycle), **said | over)


def meeting_offer(stage, by=None, meeting=None, **over):
    """What is paid for a meeting of today."""
    if not Rates.objects.on(stage.cycle):
        adopted(stage.cycle)
    said = {"fee": Decimal(75), "travel": "back"} | over
    return Offer.make(stage, by or lead(stage.cycle), session=meeting or session(stage), **said)


def claimed(offer, person, by=None, takes_fee=True, costs=None, late=False, **over):
    """A claim; a late one was sent so long ago that its promised day has passed."""
    said = {"takes_fee": takes_fee, "has_read": takes_fee, "costs": BUS if costs is None else costs}
    made = claiming.send(offer, person, by or person, **said | over)
    if late:
        ago = timezone.now() - timedelta(days=40)
        Claim.objects.filter(pk=made.pk).update(sent_at=ago, due_on=ago.date() + timedelta(days=14))
    return fresh(made)


def fresh(claim):
    """The claim as it stands in the database."""
    return Claim.objects.select_related("offer__stage__cycle", "offer__session", "person").get(pk=claim.pk)


def decided(claim, by=None, part=None, words=""):
    """A yes to all of it, or to `part` pounds of each line."""
    lines = {line.pk: line.amount if part is None else part for line in claim.lines.all()}
    deciding.decide(claim, by or lead(claim.cycle), lines, words)
    return fresh(claim)


def paid(claim, by=None, on=None):
    """A claim that is paid."""
    deciding.pay([claim], by or lead(claim.cycle), on or timezone.localdate(), "Into the bank account")
    return fresh(claim)


def photographed(claim, by=None):
    """A receipt of a claim: a photo."""
    return Receipt.attach(claim, by or claim.person, checked(SimpleUploadedFile("r.jpg", photo())))
