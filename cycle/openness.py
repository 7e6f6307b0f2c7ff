"""Who may read a thing: everyone, those who take part, or the officers of the cycle (R14, R41)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Openness(models.TextChoices):
    PUBLIC = "public", _("Everyone")
    INVOLVED = "involved", _("Those who take part")
    WITHHELD = "withheld", _("Officers only, for a reason")


STRICTNESS = {Openness.PUBLIC: 0, Openness.INVOLVED: 1, Openness.WITHHELD: 2}


def stricter(*levels):
    """The strictest of some levels of openness."""
    return max(levels, key=lambda level: STRICTNESS[level])
