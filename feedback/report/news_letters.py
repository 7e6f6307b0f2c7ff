"""Letters with news for a group's members without e-mail, as one print."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from people.models import Group, Person

from ..by_hand import NewsLetter, letters_of


@dataclass(frozen=True)
class NewsLetters:
    """The letters of a group that its keeper hands out: a page or more for each person."""

    PAPER = "feedback/paper/news_letters.html"

    group: Group
    keeper: Person
    letters: list[NewsLetter]
    made_on: date


def news_letters(group, keeper):
    """The NewsLetters of a group, as its keeper prints them."""
    return NewsLetters(group, keeper, letters_of(group), timezone.localdate())
