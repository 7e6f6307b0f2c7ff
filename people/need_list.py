"""What people may need so that they can take part: a dated list by the Accessible Information Standard's categories.

The four categories are the standard's own; the fifth, and the sorts in each, are ours, drawn from what people ask for.
Each says what is NEEDED and never why: no diagnosis belongs here.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SOURCE = _("Accessible Information Standard, DAPB1605 (2025). The list in each part is our own.")
FROM = date(2025, 6, 30)  # the day is from memory
REVIEW_MONTHS = 12  # how long an answer stands until we ask again, unless the person wants to be asked sooner
OTHER = "other"


@dataclass(frozen=True)
class Category:
    """A part of the list. hint: what to write in one's own words beside it."""

    slug: str
    name: str | Promise
    question: str | Promise
    hint: str | Promise


@dataclass(frozen=True)
class Sort:
    """One need. valid_until: the last day on which it can be chosen, None while it stands. size: in which print."""

    slug: str
    category: str
    words: str | Promise
    size: str = ""
    valid_from: date = FROM
    valid_until: date | None = None

    @property
    def is_other(self):
        """Whether it is told in the person's own words."""
        return self.slug.endswith(f"-{OTHER}")

    def holds_on(self, day):
        """Whether it can be chosen on this day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


CATEGORIES = (
    Category("contact", _("How to reach me"), _("How shall we reach you?"), _("For example: call after ten o’clock.")),
    Category(
        "format", _("How I read things"), _("How do you read best?"), _("For example: black letters on yellow paper.")
    ),
    Category(
        "professional", _("Who helps me to talk with others"), _("Who has to be there so that you can talk with us?"),
        _("For example: an interpreter for Polish."),
    ),
    Category(
        "support", _("What helps me to talk and follow"), _("What helps you to talk and to follow?"),
        _("For example: write new words on a board."),
    ),
    Category(
        "meeting", _("What I need at a meeting"), _("What do you need at a meeting?"),
        _("For example: no nuts in the food. A seat near the door."),
    ),
)  # fmt: skip

SORTS = (
    Sort("contact-phone", "contact", _("A phone call")),
    Sort("contact-text", "contact", _("A text message")),
    Sort("contact-email", "contact", _("E-mail")),
    Sort("contact-letter", "contact", _("A letter")),
    Sort("contact-face", "contact", _("Face to face")),
    Sort("contact-supporter", "contact", _("Through somebody who helps me")),
    Sort("contact-other", "contact", _("Another way to reach me")),
    Sort("format-large-16", "format", _("Large print, 16 point"), "large-16"),
    Sort("format-large", "format", _("Large print, 18 point"), "large"),
    Sort("format-giant", "format", _("Very large print, 24 point or more"), "giant"),
    Sort("format-easy", "format", _("Easy Read: short words and pictures")),
    Sort("format-plain", "format", _("Plain text that a screen reader can read")),
    Sort("format-audio", "format", _("Something to listen to")),
    Sort("format-braille", "format", _("Braille")),
    Sort("format-bsl", "format", _("A film in British Sign Language")),
    Sort("format-welsh", "format", _("Welsh")),
    Sort("format-colour", "format", _("Paper in a colour")),
    Sort("format-other", "format", _("Another way to read")),
    Sort("professional-bsl", "professional", _("A British Sign Language interpreter")),
    Sort("professional-language", "professional", _("An interpreter for another language")),
    Sort("professional-lipspeaker", "professional", _("A lipspeaker")),
    Sort("professional-deafblind", "professional", _("A guide and interpreter for deafblind people")),
    Sort("professional-speech", "professional", _("Somebody who types what is said")),
    Sort("professional-advocate", "professional", _("An advocate")),
    Sort("professional-other", "professional", _("Somebody else who helps to talk")),
    Sort("support-loop", "support", _("A hearing loop")),
    Sort("support-lips", "support", _("Faces that I can see, because I read lips")),
    Sort("support-captions", "support", _("Captions on the screen")),
    Sort("support-aid", "support", _("Time and room for my talker or signs")),
    Sort("support-longer", "support", _("Longer meetings and talks")),
    Sort("support-turns", "support", _("One person speaks at a time")),
    Sort("support-before", "support", _("Papers some days before")),
    Sort("support-other", "support", _("Something else that helps to talk and follow")),
    Sort("meeting-step-free", "meeting", _("A way in without steps")),
    Sort("meeting-toilet", "meeting", _("A toilet for wheelchair users")),
    Sort("meeting-breaks", "meeting", _("Breaks")),
    Sort("meeting-quiet", "meeting", _("A quiet place")),
    Sort("meeting-companion", "meeting", _("A seat for somebody who comes with me")),
    Sort("meeting-transport", "meeting", _("A lift, or a fare paid beforehand")),
    Sort("meeting-food", "meeting", _("Food that I can eat")),
    Sort("meeting-remote", "meeting", _("To join by phone or screen")),
    Sort("meeting-other", "meeting", _("Something else at a meeting")),
)

BY_SLUG = {sort.slug: sort for sort in SORTS}
PLACES = {sort.slug: place for place, sort in enumerate(SORTS)}
CATEGORY = {category.slug: category for category in CATEGORIES}
# The sizes of print, the smallest first; "normal" is for everybody who asks for none.
SIZES = ("normal", "large-16", "large", "giant")


def sorts_in(category, day):
    """The Sorts of a category that can be ticked on this day; its own words are asked for beside them."""
    return [sort for sort in SORTS if sort.category == category and sort.holds_on(day) and not sort.is_other]


@dataclass(frozen=True)
class ConsentText:
    """What somebody agrees to when they share a need; version: which text it was, and since when it is asked."""

    version: int
    valid_from: date
    words: str | Promise


CONSENTS = (
    ConsentText(
        1, date(2026, 11, 1),
        _(
            "We keep what you need only so that you can take part. Only those whom you choose can see it. "
            "You can change your mind on any day, and it is gone from their pages at once."
        ),
    ),
)  # fmt: skip


def consent_on(day):
    """The ConsentText that is asked for on this day."""
    return [text for text in CONSENTS if text.valid_from <= day][-1] if day >= CONSENTS[0].valid_from else CONSENTS[0]
