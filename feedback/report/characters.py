"""Which characters the fonts of this machine can draw: a PDF for everyone may hold no other."""

import re
import subprocess
import unicodedata
from bisect import bisect_right
from functools import cache

from django.utils.translation import gettext as _

# All but Latin, which every font that we ask for has, and characters that are not drawn.
UNCOMMON = re.compile(
    "[^\n\r\t\u0020-\u007e\u00a0-\u017f\u200b-\u200f\u2013\u2014\u2018-\u201e\u2026\u20ac\ufe00-\ufe0f]+"
)


def printable(text):
    """The text, with the name of a character in the place of each that no font here has."""
    return UNCOMMON.sub(lambda found: _told(found[0]), text)


@cache
def ranges():
    """The (first, last) code points that some font here has, merged and sorted; None when nobody can tell."""
    try:
        command = ["fc-list", "--format", "%{charset} "]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=10)  # noqa: S603  a fixed command
    except (OSError, subprocess.SubprocessError):  # fmt: skip
        return None
    pairs = (each.split("-") for each in set(answer.stdout.split()))
    merged = []
    for first, last in sorted((int(pair[0], 16), int(pair[-1], 16)) for pair in pairs):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def is_covered(character):
    """Whether some font here has the character."""
    known = ranges()
    if known is None:
        return True
    place = bisect_right(known, (ord(character), 0x110000)) - 1
    return place >= 0 and known[place][1] >= ord(character)


def _told(run):
    """A run of uncommon characters, with the names of those that cannot be drawn."""
    return "".join(character if is_covered(character) else _named(character) for character in run)


def _named(character):
    name = unicodedata.name(character, hex(ord(character))).lower()
    return _("[not printable: %(name)s]") % {"name": name}
