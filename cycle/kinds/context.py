"""Operating context: what presses on the cycle from outside (R18–R21, R27)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.record import Record


class Pressure(Record):
    """Something outside the circle that presses on it, with the stages that it hits (R18, R19)."""

    class Sort(models.TextChoices):
        DIRECTIVE = "directive", _("Government directive")
        LEGISLATION = "legislation", _("Legislation")
        REGULATION = "regulation", _("Regulation")
        NATIONAL = "national priority", _("National priority")
        ECONOMY = "national economy", _("National economy")
        BUDGET = "budget", _("Budget issue")
        LOCAL_PRIORITY = "local priority", _("Local priority")
        LOCAL_PROBLEM = "local problem", _("Local problem")
        QUALITY = "quality", _("Quality of services or life")
        CIRCUMSTANCES = "circumstances", _("Changing circumstances")
        IF_WRONG = "if things go wrong", _("Option if things go wrong")

    SIDES = {
        "national": ("directive", "legislation", "regulation", "national priority", "national economy"),
        "local": ("budget", "local priority", "local problem", "quality"),
        "changing": ("circumstances",),
        "fallback": ("if things go wrong",),
    }

    SLUG = "pressures"
    ADD = _("Add a pressure")
    OWN_FIELDS = ("sort", "source", "dated", "hits")
    FIGURE = "sort"

    sort = models.CharField(_("sort of pressure"), max_length=20, choices=Sort)
    source = models.CharField(_("where it comes from"), max_length=240)
    dated = models.DateField(_("date"))
    hits = models.ManyToManyField(
        "cycle.Stage",
        blank=True,
        related_name="pressures",
        verbose_name=_("stages that it changes"),
        help_text=_("The agreements of these stages will have to be looked at again."),
    )

    class Meta(Record.Meta):
        verbose_name = _("pressure")
        verbose_name_plural = _("pressures")

    def concerns(self, changed, is_new):
        """The stages that it hits, whenever more than its wording changes (R20)."""
        return list(self.hits.all()) if changed & {"title", "sort", "dated", "hits"} else ""


KIND = Kind(
    slug="context",
    name=_("Operating context"),
    place=2,
    prompt=_("What is going on around you that those who decide should know?"),
    records=(Pressure,),
)
