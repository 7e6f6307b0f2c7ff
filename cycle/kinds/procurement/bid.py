"""The bid: who offered something and when, what became of it, and what each side says of it (R54-R56).

What a firm offers and for how much is not here: it lies sealed in `offer.py`.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ... import ledger, moves
from ...models.record import Record
from ...words import Verb
from . import assessing, on_bid
from .acting import why_not_officer
from .names import belongs_to

SETTLED = Verb("bid settled", _("wrote down what became of the bid of"))
TAKEN_BACK = Verb("bid taken back", _("wrote down that a bid was taken back:"))
PRICE_SHOWN = Verb("bid price published", _("published the price of"))

IN_TIME = _("It came in time. Say so, and leave the reason open.")
TOO_LATE = _("It came after the last time for bids. Say whether it is taken all the same, and why.")
SAY_WHY_LATE = _("Say why a late bid is taken, or refused.")
NO_MORE = _("The bids are opened. A bid that comes now is too late and has to be refused.")
DECIDED = _("The tender is decided. No more bids come to it.")
SAME_TENDER = _("A bid stays with the tender that it was made for.")
NOT_STANDING = _("This bid does not stand any more.")
SAY_WHY = _("Say why the bidder took it back.")
NOT_DECIDED = _("The price can be published when the tender is decided.")
NO_PRICE = _("No price was put in for this bid.")
PUBLISHED = _("The price is published already.")


class Bid(Record):
    """That somebody bid, and its outcome with the reason of each side (R55). price: only once it was published."""

    class Outcome(models.TextChoices):
        RECEIVED = "received", _("Received, not decided")
        CHOSEN = "chosen", _("Chosen")
        NOT_CHOSEN = "not chosen", _("Not chosen")
        WITHDRAWN = "withdrawn", _("Taken back by the bidder")
        REFUSED = "refused", _("Came too late, refused")

    class Late(models.TextChoices):
        IN_TIME = "in time", _("It came in time")
        TAKEN = "taken", _("It came late, and is taken")
        REFUSED = "refused", _("It came late, and is refused")

    SLUG = "bids"
    ADD = _("Add a bid")
    ABOUT = _("Who made an offer. What is in it stays sealed until all are opened.")
    OWN_FIELDS = (
        "tender", "bidder", "received_at", "late", "late_because", "outcome", "users_reason", "officers_reason",
        "price",
    )  # fmt: skip
    SETTLED_APART = ("outcome", "price")  # set by verbs of their own, never in the form
    FIGURE = "outcome"
    SETTLES = ("outcome", "users_reason", "officers_reason")
    PAGE = "cycle/bid.html"

    tender = models.ForeignKey(
        "cycle.Tender", models.PROTECT, related_name="bids", verbose_name=_("tender that it was made for")
    )
    bidder = models.CharField(_("bidder"), max_length=160)
    received_at = models.DateTimeField(_("received on"))
    late = models.CharField(_("whether it came in time"), max_length=8, choices=Late, default=Late.IN_TIME)
    late_because = models.TextField(_("why a late bid is taken or refused"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, default=Outcome.RECEIVED, editable=False)
    users_reason = models.TextField(_("what the users on the panel said"), blank=True)
    officers_reason = models.TextField(_("what the officers on the panel said"), blank=True)
    price = models.DecimalField(
        _("price"), max_digits=14, decimal_places=2, null=True, blank=True, editable=False
    )  # fmt: skip
    price_published_at = models.DateTimeField(null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = _("bid")
        verbose_name_plural = _("bids")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(late="in time", late_because="")
                | (Q(late__in=["taken", "refused"]) & ~Q(late_because="")),
                name="cycle_bid_late_has_a_reason",
                violation_error_message=_("A late bid is taken or refused for a reason. One in time needs none."),
            ),
            models.CheckConstraint(
                condition=Q(late="refused", outcome="refused")
                | (~Q(late="refused") & Q(outcome__in=["received", "chosen", "not chosen", "withdrawn"])),
                name="cycle_bid_outcome_fits_its_time",
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=True, price_published_at__isnull=True)
                | Q(price__isnull=False, price_published_at__isnull=False),
                name="cycle_bid_price_is_published_or_absent",
            ),
        ]  # fmt: skip

    @classmethod
    def form_fields(cls):
        """As of every record, without what verbs of their own say."""
        return tuple(name for name in super().form_fields() if name not in cls.SETTLED_APART)

    def get_url(self, name, *more):
        """The address of one of its further pages."""
        return reverse(name, args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk, *more])

    @property
    def stands(self):
        """Whether it is still in: neither taken back nor refused."""
        return self.outcome not in (self.Outcome.WITHDRAWN, self.Outcome.REFUSED)

    @property
    def is_open(self):
        """Whether nobody has said yet what becomes of it."""
        return self.outcome == self.Outcome.RECEIVED

    def is_made_by(self, person):
        """Whether this person belongs to the bidder today, as far as its name tells."""
        return belongs_to(person, self.bidder)

    @classmethod
    def add(cls, by, stage, *, tender, **said):
        """As with every record; a bid that came late is taken or refused for a reason. Raises Refused."""
        said = {name: value for name, value in said.items() if name not in cls.SETTLED_APART}
        with ledger.writing(stage.cycle):
            tender.refresh_from_db(fields=["state", "bids_until", "opened_at"])
            if sentence := why_not_now(tender, said):
                raise moves.Refused(sentence)
            is_refused = said.get("late") == cls.Late.REFUSED
            outcome = cls.Outcome.REFUSED if is_refused else cls.Outcome.RECEIVED
            return super().add(by, stage, tender=tender, outcome=outcome, **said)

    def revise(self, by, version, reason, **said):
        """As with every record; it stays with its tender, and what was late or refused stays so."""
        with ledger.writing(self.stage.cycle):
            if said.get("tender", self.tender) != self.tender:
                raise moves.Refused(SAME_TENDER)
            now = {name: said.get(name, getattr(self, name)) for name in ("received_at", "late", "late_because")}
            is_refused = now["late"] == self.Late.REFUSED
            if is_refused != (self.outcome == self.Outcome.REFUSED):
                raise moves.Refused(TOO_LATE)
            if sentence := why_late(self.tender, now):
                raise moves.Refused(sentence)
            return super().revise(by, version, reason, **said)

    def settle(self, by, outcome, reason):
        """Write down what became of it, as the decision has it. Call it inside `ledger.writing`. Returns the Event."""
        return self._set(SETTLED, by, reason, outcome=outcome)

    def why_cannot_take_back(self, person):
        """Why this person cannot write down that the bidder took it back, as a sentence; empty when they can."""
        if sentence := why_not_officer(self, person):
            return sentence
        return "" if self.is_open and not self.tender.is_decided else NOT_STANDING

    def take_back(self, by, reason):
        """Write down that the bidder took it back. Returns the Event. Raises Refused."""
        with ledger.writing(self.stage.cycle):
            self.refresh_from_db(fields=["outcome"])
            if sentence := self.why_cannot_take_back(by) or ("" if reason.strip() else SAY_WHY):
                raise moves.Refused(sentence)
            return self._set(TAKEN_BACK, by, reason, outcome=self.Outcome.WITHDRAWN)

    def why_cannot_publish_price(self, person):
        """Why this person cannot publish the price, as a sentence; empty when they can."""
        if sentence := why_not_officer(self, person):
            return sentence
        if not self.tender.is_decided:
            return NOT_DECIDED
        if self.price is not None:
            return PUBLISHED
        offer = getattr(self, "offer", None)
        return "" if offer and offer.is_opened and offer.price is not None else NO_PRICE

    def publish_price(self, by, reason=""):
        """Publish the price after the decision; from now on it is on the record. Returns the Event. Raises Refused."""
        with ledger.writing(self.stage.cycle):
            if sentence := self.why_cannot_publish_price(by):
                raise moves.Refused(sentence)
            return self._set(
                PRICE_SHOWN, by, reason, told={"price": str(self.offer.price)}, price=self.offer.price,
                price_published_at=timezone.now(),
            )  # fmt: skip

    def _set(self, verb, by, reason, told=None, **changes):
        was = {name: getattr(self, name) for name in changes}
        same = type(self).objects.filter(pk=self.pk, **was)
        if not same.update(version=models.F("version") + 1, **changes):
            raise moves.Refused(moves.QUICKER, conflict=True)
        for name, value in changes.items():
            setattr(self, name, value)
        told = {name: str(value) for name, value in changes.items()} if told is None else told
        before = {name: None if was[name] is None else str(was[name]) for name in told}
        return ledger.record(
            verb, self, by, cycle=self.stage.cycle, stage=self.stage, reason=reason, before=before, after=told,
            openness=self.openness,
        )  # fmt: skip

    on_page = on_bid.on_page
    to_print = classmethod(assessing.to_print)


def why_not_now(tender, said):
    """Why a bid cannot be written down now, as a sentence; empty when it can."""
    if tender.is_decided:
        return DECIDED
    if tender.is_opened and said.get("late") != Bid.Late.REFUSED:
        return NO_MORE
    return why_late(tender, said)


def why_late(tender, said):
    """What is wrong with what is said of a bid's time, as a sentence; empty when nothing is."""
    is_late = said["received_at"] > tender.bids_until
    says_late = said.get("late", Bid.Late.IN_TIME) != Bid.Late.IN_TIME
    if is_late and not says_late:
        return TOO_LATE
    if says_late and not is_late:
        return IN_TIME
    return SAY_WHY_LATE if says_late and not said.get("late_because", "").strip() else ""
