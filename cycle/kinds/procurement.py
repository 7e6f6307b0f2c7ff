"""Procurement: who offered what, and what became of each offer (R54–R56)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.record import Record


class Bid(Record):
    """One bidder's offer and its outcome, with the reason of each side (R55)."""

    class Outcome(models.TextChoices):
        RECEIVED = "received", _("Received, not decided")
        CHOSEN = "chosen", _("Chosen")
        NOT_CHOSEN = "not chosen", _("Not chosen")
        WITHDRAWN = "withdrawn", _("Withdrawn by the bidder")

    SLUG = "bids"
    ADD = _("Add a bid")
    OWN_FIELDS = ("bidder", "received_on", "price", "outcome", "users_reason", "officers_reason")
    FIGURE = "outcome"
    SETTLES = ("outcome", "users_reason", "officers_reason")

    bidder = models.CharField(_("bidder"), max_length=160)
    received_on = models.DateField(_("received on"))
    price = models.DecimalField(_("price"), max_digits=14, decimal_places=2, null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, default=Outcome.RECEIVED)
    users_reason = models.TextField(_("what the users on the panel said"), blank=True)
    officers_reason = models.TextField(_("what the officers on the panel said"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("bid")
        verbose_name_plural = _("bids")


KIND = Kind(
    slug="procurement",
    name=_("Procurement"),
    place=10,
    prompt=_("What would make you trust one who offers this service?"),
    records=(Bid,),
)
