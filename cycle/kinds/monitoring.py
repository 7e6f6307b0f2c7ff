"""Monitoring and evaluation of user involvement: outcomes in users' words beside professional ones (R59–R63)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.record import Record


class Measure(Record):
    """An outcome that is watched: in whose words, what is aimed at, and the latest reading (R59)."""

    class Words(models.TextChoices):
        USERS = "users", _("Users")
        PROFESSIONALS = "professionals", _("Professionals")

    SLUG = "measures"
    ADD = _("Add a measure")
    OWN_FIELDS = ("words_of", "how_measured", "aimed_at", "reading", "read_on")
    FIGURE = "reading"

    words_of = models.CharField(_("whose words it is in"), max_length=14, choices=Words)
    how_measured = models.TextField(_("how it is measured, and by whom"))
    aimed_at = models.CharField(_("what is aimed at"), max_length=120)
    reading = models.CharField(_("latest reading"), max_length=120, blank=True)
    read_on = models.DateField(_("read on"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("measure")
        verbose_name_plural = _("measures")


KIND = Kind(
    slug="monitoring",
    name=_("Monitoring and evaluation of user involvement"),
    place=12,
    prompt=_("What has become better for you, and what has not?"),
    records=(Measure,),
)
