"""The sorts of rules under which something is bought, and the ways that they allow: a branch for each tender (R54)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Regime(models.TextChoices):
    """Which rules a purchase falls under."""

    FULL = "full", _("The full rules (Procurement Act)")
    LIGHT = "light", _("Light touch (social care and the like)")
    HEALTH = "health", _("Health services (Provider Selection Regime)")
    BELOW = "below", _("Below the threshold")


class Route(models.TextChoices):
    """The way in which somebody is found, within the rules."""

    OPEN = "open", _("Open to all who want to bid")
    FLEXIBLE = "flexible", _("In several rounds, for some of those who ask (a flexible procedure)")
    DIRECT = "direct", _("Given to one without bids (direct award)")
    CHOICE = "choice", _("Given to the one whom the user chooses")
    HEALTH_A = "direct a", _("Health: direct award A (only one can do it)")
    HEALTH_B = "direct b", _("Health: direct award B (patients choose)")
    HEALTH_C = "direct c", _("Health: direct award C (the present one does it well)")
    SUITABLE = "suitable", _("Health: most suitable provider")
    COMPETITION = "competition", _("Health: competitive process")
    QUOTES = "quotes", _("By asking some for an offer")


# Which ways there are under which rules.
ROUTES = {
    Regime.FULL: (Route.OPEN, Route.FLEXIBLE, Route.DIRECT),
    Regime.LIGHT: (Route.OPEN, Route.FLEXIBLE, Route.DIRECT, Route.CHOICE),
    Regime.HEALTH: (Route.HEALTH_A, Route.HEALTH_B, Route.HEALTH_C, Route.SUITABLE, Route.COMPETITION),
    Regime.BELOW: (Route.OPEN, Route.QUOTES, Route.DIRECT),
}
