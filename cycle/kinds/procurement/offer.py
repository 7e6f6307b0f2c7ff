"""The offer: what a bidder offers and for how much. Sealed for everybody until the bids are opened (R54-R56).

Its words and its price stand here and nowhere else: no ledger, search, export, report or letter reads this table. What
reads it is `Offer.read_by`, the arithmetic of the price and the deliberate act of publishing a price.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard

from ... import ledger, moves
from ...words import Verb
from .acting import why_not_officer

PUT_IN = Verb("offer put in", _("put in what was offered, sealed, for"))

NOT_ASKED = _("Bids are not asked for yet, so no offer can be put in.")
OPENED = _("The bids are opened, so the offer stays as it was put in.")
NOT_STANDING = _("This bid was taken back or refused, so no offer is put in.")
SEALED = _("This offer is sealed. Nobody reads it before all bids are opened together. No officer does.")
NOT_FOR_YOU = _("What a bidder offers is read by the panel and by officers, and by nobody else.")
DECLARE_FIRST = _("Say first whether you have ties to this bidder. Then you can read what it offers.")
WITHDRAWN = _("You take no part in judging this bid, so you do not read what it offers.")
SAY_WHAT = _("Write down what is offered, or at least the price.")


@dataclass(frozen=True)
class Part:
    """One part of an offer as its reader may have it: its label, and its words or why they are not shown."""

    label: str
    words: str
    is_closed: bool = False


class Offer(models.Model):
    """What one bidder offers. opened_at: when it was opened together with the others; from then on it is frozen."""

    PERSONAL = {"put_in_by": Class.PART}

    bid = models.OneToOneField("cycle.Bid", models.PROTECT, related_name="offer")
    technical = models.TextField(_("what is offered, and how it would be done"), blank=True)
    commercial = models.TextField(_("terms of business"), blank=True)
    price = models.DecimalField(_("price"), max_digits=14, decimal_places=2, null=True, blank=True)
    put_in_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    put_in_at = models.DateTimeField(default=timezone.now)
    times = models.PositiveSmallIntegerField(default=1)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        constraints = [
            models.CheckConstraint(
                condition=~Q(technical="") | ~Q(commercial="") | Q(price__isnull=False),
                name="cycle_offer_says_something",
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=True) | Q(price__gte=0), name="cycle_offer_price_is_from_0"
            ),
        ]

    def __str__(self):
        return str(_("Offer of %(bidder)s") % {"bidder": self.bid.bidder})

    @property
    def is_opened(self):
        return self.opened_at is not None


def why_cannot_put_in(bid, person):
    """Why this person cannot put in what this bidder offers, as a sentence; empty when they can."""
    if sentence := why_not_officer(bid, person):
        return sentence
    if bid.tender.is_opened or bid.tender.is_decided:
        return OPENED
    if not bid.is_open:
        return NOT_STANDING
    return "" if bid.tender.is_asking else NOT_ASKED


def put_in(bid, by, *, technical="", commercial="", price: Decimal | None = None):
    """Put in what a bidder offers, or put it in again in the place of what was there. Returns the Event.

    The one who puts it in cannot read it back. Raises Refused.
    """
    with ledger.writing(bid.stage.cycle):
        bid.tender.refresh_from_db(fields=["state", "opened_at"])
        bid.refresh_from_db(fields=["outcome"])
        if sentence := why_cannot_put_in(bid, by):
            raise moves.Refused(sentence)
        if not (technical.strip() or commercial.strip() or price is not None):
            raise moves.Refused(SAY_WHAT)
        there = Offer.objects.filter(bid=bid).values_list("times", flat=True).first()
        said = {"technical": technical, "commercial": commercial, "price": price, "put_in_by": by,
                "put_in_at": timezone.now(), "times": (there or 0) + 1}  # fmt: skip
        Offer.objects.update_or_create(bid=bid, defaults=said)
        return ledger.record(
            PUT_IN, bid, by, cycle=bid.stage.cycle, stage=bid.stage, openness=bid.openness,
            after={"offer_times": str(said["times"])},
        )  # fmt: skip


def why_cannot_read(scoring, bid, person):
    """Why this person cannot read what a bidder offers, as a sentence; empty when they can read at least a part.

    scoring: the Scoring of the bid's tender.
    """
    member = scoring.member_of(person)
    runs = bid.stage.cycle.standing_of(person).runs
    if not runs and member is None:
        return NOT_FOR_YOU
    if not bid.tender.is_opened:
        return SEALED
    if scoring.keeps_out(person.pk, bid):
        return WITHDRAWN
    if member is None:
        return ""
    return "" if scoring.may_judge(member, bid) else DECLARE_FIRST


def parts_for(scoring, bid, person):
    """The Parts of the offer of one bid for a reader, or none; prices may stay closed until all scores are in."""
    offer = getattr(bid, "offer", None)
    if why_cannot_read(scoring, bid, person) or offer is None or not offer.is_opened:
        return []
    found = [Part(_label("technical"), offer.technical)]
    if not scoring.shows_prices:
        sentence = str(_("This is shown when all scores are in, so that the price sways nobody."))
        return [*found, Part(_label("price"), sentence, True), Part(_label("commercial"), sentence, True)]
    price = "" if offer.price is None else f"£{offer.price:,.2f}"
    return [*found, Part(_label("price"), price), Part(_label("commercial"), offer.commercial)]


def _label(name):
    label = str(Offer._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


GUARD = Guard(
    table="cycle_offer",
    columns=("id", "bid_id", "technical", "commercial", "price", "put_in_by_id", "put_in_at", "times", "opened_at"),
    when="OLD.opened_at IS NOT NULL",
)
