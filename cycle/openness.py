"""Who may read a thing: everyone, those who take part, or the officers of the cycle (R14, R41)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Openness(models.TextChoices):
    PUBLIC = "public", _("Everyone")
    INVOLVED = "involved", _("Those who take part")
    WITHHELD = "withheld", _("Officers only, for a reason")


class Level(models.TextChoices):
    """Where one thing stands on the information line: its openness, or open to everyone but for one thing."""

    PUBLIC = "public", _("Open to everyone")
    INVOLVED = "involved", _("Shared with those who take part")
    IN_PART = "in part", _("Shown in part")
    WITHHELD = "withheld", _("Withheld")


# What everybody is told the reason of, because everybody sees that something is not told.
KEPT_BACK = (Level.IN_PART, Level.WITHHELD)

STRICTNESS = {Openness.PUBLIC: 0, Openness.INVOLVED: 1, Openness.WITHHELD: 2}


def stricter(*levels):
    """The strictest of some levels of openness."""
    return max(levels, key=lambda level: STRICTNESS[level])
