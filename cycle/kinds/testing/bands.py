"""The 5×5 scale of risks: its words and its bands, dated and with their source, because they vary from place to place.

Likelihood times consequence gives a number from 1 to 25, and a band says how much that is.
"""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Likelihood(models.IntegerChoices):
    """How likely it is; the words are the source's."""

    RARE = 1, _("1: rare")
    UNLIKELY = 2, _("2: unlikely")
    POSSIBLE = 3, _("3: possible")
    LIKELY = 4, _("4: likely")
    CERTAIN = 5, _("5: almost certain")


class Consequence(models.IntegerChoices):
    """How bad it would be; the words are the source's."""

    NEGLIGIBLE = 1, _("1: negligible")
    MINOR = 2, _("2: minor")
    MODERATE = 3, _("3: moderate")
    MAJOR = 4, _("4: major")
    CATASTROPHIC = 5, _("5: catastrophic")


@dataclass(frozen=True)
class Band:
    """The numbers from `lowest` on that have one word. key: "low" or another word, for the drawing."""

    lowest: int
    key: str
    words: str | Promise


@dataclass(frozen=True)
class Scale:
    """Bands from the lowest on, where they come from, and between which days they hold; `valid_to` may be None."""

    source: str | Promise
    valid_from: date
    valid_to: date | None
    bands: tuple[Band, ...]

    def band(self, number):
        """The Band of a number from 1 to 25."""
        return next(each for each in reversed(self.bands) if each.lowest <= number)


NPSA = Scale(
    source=_(
        "The words and bands are not our own. We took them from a guide that the NHS gave out in 2008 (by the National "
        "Patient Safety Agency). We did so from memory, and places differ: check them against your own."
    ),
    valid_from=date(2008, 1, 1),
    valid_to=None,
    bands=(
        Band(1, "low", _("Low")),
        Band(4, "moderate", _("Moderate")),
        Band(8, "high", _("High")),
        Band(15, "extreme", _("Extreme")),
    ),
)
SCALES = (NPSA,)


def scale_on(day=None):
    """The Scale that holds on this day, or today: the newest one that has begun and has not ended."""
    day = day or timezone.localdate()
    return next(each for each in reversed(SCALES) if each.valid_from <= day <= (each.valid_to or day))


def in_words(number):
    """A number of the matrix with its band: "High (12)"."""
    return f"{scale_on().band(number).words} ({number})"
