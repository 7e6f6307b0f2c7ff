"""Advice on how a text reads, shown beside it while somebody writes. It never stops anybody (R84)."""

from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from .plain_words import Jargon, jargon_in
from .readability import Sentence, average_age, sentences_of

MEASURED = 20_000  # characters: more than any box here takes
ENOUGH = 8  # words: of fewer, no age can be told
COMFORTABLE = 11  # what this site holds its own sentences to
OLDEST = 18  # beyond this a number says nothing more
LONG = 20  # words in a sentence
QUOTED, QUOTED_LETTERS = 12, 120  # words and letters of a long sentence that are enough to find it
MOST_WORDS = 5  # to be told of ten at once helps nobody


@dataclass(frozen=True)
class Reading:
    """What was measured: the age in years, None for a very short text; a Sentence of over 20 words; council words."""

    age: int | None
    longest: Sentence | None
    jargon: list[Jargon]


def reading_of(text):
    """The Reading of a text."""
    text = str(text)[:MEASURED]
    # A line is a sentence at least: people write lists without a full stop.
    sentences = [each for line in text.splitlines() for each in sentences_of(line)]
    has_enough = sum(each.words for each in sentences) >= ENOUGH
    longest = max(sentences, key=lambda each: each.words, default=None)
    return Reading(
        age=max(5, min(OLDEST, round(average_age(sentences)))) if has_enough else None,
        longest=longest if longest and longest.words > LONG else None,
        jargon=jargon_in(text),
    )


def advice_on(text):
    """What to say about a text: a list of sentences; empty when it is too short to say anything."""
    reading, said = reading_of(text), []
    if reading.age is not None and reading.age > COMFORTABLE:
        said.append(_("Reads like age %(age)s. Most people read best at 9 to 11.") % {"age": reading.age})
    if reading.longest:
        quoted = Truncator(Truncator(reading.longest.text).words(QUOTED, truncate=" …")).chars(QUOTED_LETTERS)
        said.append(
            _("This sentence has %(number)d words: “%(sentence)s”. Can it be two?")
            % {"number": reading.longest.words, "sentence": quoted}
        )
    for each in reading.jargon[:MOST_WORDS]:
        said.append(_("“%(word)s”: say “%(plain)s”.") % {"word": each.word, "plain": each.plain})
    return said or ([_("Reads well.")] if reading.age is not None else [])
