"""From where something is known: the pieces that only together show how a service works (R88)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Piece(models.TextChoices):
    """Who or what a sort of record knows from; a sort says so in `Telling.PIECE`."""

    USERS = "users", _("People who use the service")
    FRONT_LINE = "front line", _("Front-line staff")
    PROVIDERS = "providers", _("Providers, from the cases that they know")
    MONITORING = "monitoring", _("Watching contracts and outcomes")
    FIGURES = "figures", _("Figures and research")
    OTHERS = "others", _("Other departments and bodies")
