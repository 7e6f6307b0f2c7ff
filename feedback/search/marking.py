"""Marking in a text what a search has found, and the part of a long text in which it stands."""

import re
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html_join
from django.utils.translation import gettext as _

from .asked import words_of
from .stems import stem

LENGTH, BEFORE = 80, 12  # so many words of a text are shown, and so many of them before the first that was found
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Place:
    """One text in which something was found. where: what sort of text, empty for the contribution's own words."""

    where: str
    html: str


class Marker:
    """Knows the words that were asked for, and marks them wherever they stand."""

    def __init__(self, asked):
        words = [word for term in asked.wanted for word in term.words]
        self.stems = {stem(word) for word in words}
        self.begins = tuple(stem(term.words[-1]) for term in asked.wanted if term.begins)
        self.known = {}

    def finds(self, word):
        """Whether a word of a text is one that was asked for; the same word is looked at once."""
        if word not in self.known:
            stems = [stem(part) for part in words_of(word)]
            self.known[word] = any(
                each in self.stems or (self.begins and each.startswith(self.begins)) for each in stems
            )
        return self.known[word]

    def marked(self, text):
        """The text as HTML, escaped, with <mark> round what was found."""
        found, last = [], 0
        for word in WORD.finditer(text):
            if self.finds(word.group()):
                found.append((conditional_escape(text[last : word.start()]), word.group()))
                last = word.end()
        marks = format_html_join("", "{}<mark>{}</mark>", found)
        return marks + conditional_escape(text[last:])  # both are escaped, so what they make together is

    def has(self, text):
        """Whether something that was asked for stands in a text."""
        return any(self.finds(word) for word in WORD.findall(text))

    def excerpt(self, text):
        """The part of a text round the first word that was found, marked; its beginning when none was."""
        words = text.split()
        first = next((number for number, word in enumerate(words) if self.has(word)), 0)
        start = max(first - BEFORE, 0) if first >= LENGTH - BEFORE else 0
        part = " ".join(words[start : start + LENGTH])
        return self.marked(("…" if start else "") + part + ("…" if len(words) > start + LENGTH else ""))


def places_in(contribution, answers, asked):
    """The Places in a contribution and its answers (a list of Answer).

    Its own words, and who thinks otherwise, always stand there, and first.
    """
    marker = Marker(asked)
    others = [(_("How they know"), contribution.how_known)]
    for answer in answers:
        others += [(_("In an answer"), answer.text), (_("Why nothing changed"), answer.because)]
    found = [(where, text) for where, text in others if marker.has(text)]
    said = [("", contribution.text), (_("Some think otherwise"), contribution.dissent)]
    return [Place(where, marker.excerpt(text)) for where, text in [*said, *found] if text]
