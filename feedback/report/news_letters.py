"""Letters with news for a group's members without e-mail, as one print."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from people.models import Group, Person
from people.needs import sizes_for

from ..by_hand import NewsLetter, letters_of


@dataclass(frozen=True)
class NewsLetters:
    """The letters of a group that its keeper hands out: a page or more for each person."""

    PAPER = "feedback/paper/news_letters.html"

    group: Group
    keeper: Person
    letters: list[NewsLetter]
    made_on: date
    usual_size: str = "normal"


def news_letters(group, keeper):
    """The NewsLetters of a group, as its keeper prints them."""
    found = letters_of(group)
    sizes = sizes_for([letter.person.pk for letter in found], keeper)
    sized = [replace(letter, size=sizes.get(letter.person.pk, "normal")) for letter in found]
    return NewsLetters(group, keeper, sized, timezone.localdate())
