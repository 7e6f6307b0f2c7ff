"""The ratings of a key performance indicator: a dated list of words with its source (Procurement Act 2023)."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Rating(models.TextChoices):
    """How a clause did; the words are the source's."""

    GOOD = "good", _("Good")
    NEAR = "near", _("Approaching target")
    BETTER = "improve", _("Requires improvement")
    INADEQUATE = "inadequate", _("Inadequate")
    OTHER = "other", _("Other")


@dataclass(frozen=True)
class Ratings:
    """Which words there are, where they come from, and between which days they hold; `valid_to` may be None."""

    source: str | Promise
    valid_from: date
    valid_to: date | None
    is_confirmed: bool
    words: tuple[str, ...]


ACT = Ratings(
    source=_(
        "These five words are those of the Procurement Act 2023. They come from the guidance on how contracts do. They "
        "hold from 24 February 2025."
    ),
    valid_from=date(2025, 2, 24),
    valid_to=None,
    is_confirmed=True,
    words=tuple(Rating.values),
)
LISTS = (ACT,)


def ratings_on(day):
    """The Ratings that hold on this day, or None."""
    return next((each for each in reversed(LISTS) if each.valid_from <= day <= (each.valid_to or day)), None)
