"""What somebody types to search, read once for both databases: words, "phrases", -without, a last word half typed.

Whatever is typed is a search: letters and digits of any script count, all else only parts words. Nothing raises.
"""

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 200  # so many characters are read, and so many words; the rest of a longer text is left aside
MOST = 12
HALF_TYPED = 3  # from so many letters on, the last word also finds longer ones that begin with it
MARKS = re.compile("[\u0300-\u036f]")
PARTS = re.compile(r'(?P<without>(?<!\S)[-−])?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')


@dataclass(frozen=True)
class Term:
    """Words that stand one after the other. begins: whether the last one may go on. without: whether it must not be."""

    words: tuple[str, ...]
    begins: bool = False
    without: bool = False


@dataclass(frozen=True)
class Asked:
    """Everything that must be found, and everything that must not."""

    terms: tuple[Term, ...] = ()

    def __bool__(self):
        return bool(self.terms)

    @property
    def wanted(self):
        return [term for term in self.terms if not term.without]

    @property
    def unwanted(self):
        return [term for term in self.terms if term.without]


def folded(text):
    """The text in small letters and without accents, as both indexes have it."""
    return MARKS.sub("", unicodedata.normalize("NFD", text.lower()))


def words_of(text):
    """The words of a text, folded: letters and digits stay together, everything else parts them."""
    return tuple("".join(letter if letter.isalnum() else " " for letter in folded(text)).split())


def asked(text):
    """What this text asks for. Returns an Asked, which is empty when there is no word in it."""
    text = text[:LONGEST]
    terms = []
    for part in PARTS.finditer(text):
        words = words_of(part["phrase"] if part["phrase"] is not None else part["word"])
        if not words or len(terms) == MOST:
            continue
        ends = part["word"] is not None and part.end() == len(text) and text[-1:].isalnum()
        begins = ends and not part["without"] and len(words[-1]) >= HALF_TYPED
        terms.append(Term(words[:MOST], begins, bool(part["without"])))
    return Asked(tuple(terms))
