"""Commission: what will be bought, continued, changed or ended (R52, R53)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.record import Record


class Intention(Record):
    """What the authority means to do, on which priority and decision it rests, and for how many people (R52)."""

    class Change(models.TextChoices):
        INVEST = "invest", _("Invest in something new")
        CONTINUE = "continue", _("Go on as it is")
        REDESIGN = "redesign", _("Do it differently")
        END = "decommission", _("End it")

    SLUG = "intentions"
    ADD = _("Add an intention")
    OWN_FIELDS = ("change", "amount_a_year", "people_affected", "follows_from", "transition")
    FIGURE = "change"
    SETTLES = ("change", "follows_from")

    change = models.CharField(_("sort of change"), max_length=14, choices=Change)
    amount_a_year = models.DecimalField(_("money a year"), max_digits=14, decimal_places=2, null=True, blank=True)
    people_affected = models.PositiveIntegerField(_("how many people it affects"), null=True, blank=True)
    follows_from = models.TextField(_("the priority and the decision that it follows from"))
    transition = models.TextField(_("how people are brought through the change"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("intention")
        verbose_name_plural = _("intentions")


KIND = Kind(
    slug="commissioning",
    name=_("Commission"),
    place=9,
    prompt=_("What must not get lost when this is put into practice?"),
    records=(Intention,),
)
