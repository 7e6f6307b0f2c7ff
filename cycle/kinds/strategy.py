"""Agree strategic framework: the aims that everything later is held to (R44)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.record import Record


class Aim(Record):
    """What is to be reached by when, the qualities wanted of any provision, and what it rests on (R44)."""

    SLUG = "aims"
    ADD = _("Add an aim")
    OWN_FIELDS = ("horizon", "qualities", "rests_on")
    FIGURE = "horizon"
    SETTLES = ("horizon", "rests_on")

    horizon = models.CharField(_("by when"), max_length=80)
    qualities = models.TextField(_("qualities wanted of any service"))
    rests_on = models.TextField(_("needs, pressures, money and lessons that it rests on"))

    class Meta(Record.Meta):
        verbose_name = _("strategic aim")
        verbose_name_plural = _("strategic aims")


KIND = Kind(
    slug="strategy",
    name=_("Agree strategic framework"),
    place=5,
    prompt=_("What should the service be like in some years, whoever runs it?"),
    records=(Aim,),
    fed_by=("needs", "context", "budget", "monitoring", "review"),
)
