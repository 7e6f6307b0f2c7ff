"""How hard an English text is to read: Flesch–Kincaid, as the age at which most people can read it.

One measure for what the product says itself (tests/test_plain_words.py) and for what people write in it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import pyphen

END = re.compile(r"(?<=[.!?…:;])[\s”’)]+")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+")
SHORTEST = 4  # a label of three words is no sentence
WHOLE = 6  # in fewer words, one of four syllables is enough to make the formula say "student"
# The first year of school, to which Flesch–Kincaid counts, is at five years of age: a rule of thumb, from memory.
SCHOOL_STARTS = 5
LONGEST_WORD = 60  # what is longer is no word, and hyphenating it would take long

_hyphens = pyphen.Pyphen(lang="en_US", left=1, right=1)


@dataclass(frozen=True)
class Sentence:
    """A sentence with its words and syllables counted."""

    text: str
    words: int
    syllables: int

    @property
    def is_whole(self):
        """Whether it is long enough to be measured by itself, and not only as a part of the average."""
        return self.words >= WHOLE

    @property
    def age(self):
        """The reading age, in years."""
        return reading_age(self.words, 1, self.syllables)


def reading_age(words, sentences, syllables):
    """Flesch–Kincaid's grade as an age in years."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + SCHOOL_STARTS


def average_age(sentences):
    """The reading age of all these Sentences taken as one text."""
    return reading_age(sum(each.words for each in sentences), len(sentences), sum(each.syllables for each in sentences))


@lru_cache(maxsize=20_000)
def syllables(word):
    """How many syllables the word has, by where it may be hyphenated."""
    return sum(len(_hyphens.positions(part)) + 1 for part in re.split(r"[-’']", word) if len(part) > 1) or 1


def sentences_of(text):
    """The list of Sentence in a text; what has fewer than four words is left out."""
    found = []
    for part in END.split(text):
        words = WORD.findall(part)
        if len(words) >= SHORTEST:
            found.append(Sentence(part.strip(), len(words), sum(syllables(word[:LONGEST_WORD]) for word in words)))
    return found
