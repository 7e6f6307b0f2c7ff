"""Numbers of people as everybody may read them: below five it says no more than that there are some.

The bound is the one of answers that nobody is named with (models/unnamed.py). A table of parts is shown whole or not at
all, so that a part that is left out cannot be reckoned from the others.
"""

from django.utils.translation import gettext as _

from ..models.unnamed import MINIMUM


def in_words(number):
    """A number of people; from 1 to 4 it is "fewer than 5"."""
    if number == 0:
        return _("Nobody")
    return str(number) if number >= MINIMUM else _("Fewer than %(number)d") % {"number": MINIMUM}


def may_show(*parts):
    """Whether these parts of one whole may be shown: each is of nobody, or of enough people."""
    return any(parts) and all(part == 0 or part >= MINIMUM for part in parts)
