"""Needs assessment: what people need, who said so, and in whose terms (R32–R40)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.record import Record


class Need(Record):
    """A statement of need, typed so that nobody's voice passes for another's (R33, R34, R37)."""

    class Sort(models.TextChoices):
        NEED = "need", _("Need")
        WANT = "want", _("Want")
        ASPIRATION = "aspiration", _("Aspiration")

    class Level(models.TextChoices):
        INDIVIDUAL = "individual", _("One person")
        POPULATION = "population", _("A whole population")
        SERVICE = "service", _("A service")

    class View(models.TextChoices):
        SOCIAL = "social", _("Social: what around the person gets in the way")
        MEDICAL = "medical", _("Medical: what the person's condition calls for")

    class Voice(models.TextChoices):
        CURRENT = "current users", _("People who use the service now")
        FUTURE = "future users", _("People who may use it later")
        NON_USERS = "non-users", _("People who do not use it")
        PROVIDERS = "providers", _("Providers of services")
        PROFESSIONALS = "professionals", _("Professionals")

    SLUG = "needs"
    ADD = _("Add a need")
    OWN_FIELDS = ("sort", "level", "view", "voice", "evidence")
    FIGURE = "voice"

    sort = models.CharField(_("need, want or aspiration"), max_length=12, choices=Sort)
    level = models.CharField(_("whose need"), max_length=12, choices=Level)
    view = models.CharField(_("way of looking at it"), max_length=8, choices=View)
    voice = models.CharField(_("who said it"), max_length=16, choices=Voice)
    evidence = models.TextField(_("how we know, and what we do not know"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")


KIND = Kind(
    slug="needs",
    name=_("Needs assessment"),
    place=3,
    prompt=_("What do you need, starting from a blank sheet?"),
    records=(Need,),
    fed_by=("monitoring",),
)
