"""How hard the product's sentences are to read: found where gettext finds them, measured with Flesch–Kincaid."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyphen
from django.utils.translation.template import templatize

CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
IN_TEMPLATE = re.compile(r"""\bn?p?gettext\((.+?)\)(?= |\n|$)""")
LITERAL = re.compile(r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
END = re.compile(r"(?<=[.!?…:;])[\s”’)]+")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+")
SHORTEST = 4  # a label of three words is no sentence
WHOLE = 6  # in fewer words, one of four syllables is enough to make the formula say "student"
SCHOOL_STARTS = 5  # the first year of school, to which Flesch–Kincaid counts, is at five years of age

_syllables = pyphen.Pyphen(lang="en_US", left=1, right=1)


@dataclass(frozen=True)
class Sentence:
    """A sentence of the product, with its words and syllables counted."""

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


@cache
def syllables(word):
    """How many syllables the word has, by where it may be hyphenated."""
    return sum(len(_syllables.positions(part)) + 1 for part in re.split(r"[-’']", word) if len(part) > 1) or 1


def sentences_of(message):
    """The list of Sentence in one message; what is put in later counts as a short name."""
    text = PLACE.sub("Ann", TAG.sub("", message)).replace("\n", " ")
    found = []
    for part in END.split(text):
        words = WORD.findall(part)
        if len(words) >= SHORTEST:
            found.append(Sentence(part.strip(), len(words), sum(map(syllables, words))))
    return found


def messages(path):
    """The messages to translate in a file of code or a template."""
    source = Path(path).read_text(encoding="utf-8")
    return _in_code(source) if path.suffix == ".py" else _in_template(source)


def _in_code(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            said = node.args[1:] if node.func.id.startswith("p") else node.args
            yield from (one.value for one in said if isinstance(one, ast.Constant) and isinstance(one.value, str))


def _in_template(source):
    for call in IN_TEMPLATE.findall(templatize(source)):
        yield from (ast.literal_eval(one) for one in LITERAL.findall(call))


def all_sentences(paths):
    """The distinct Sentences of these files, hardest first."""
    found = {each for path in paths for message in messages(path) for each in sentences_of(message)}
    return sorted(found, key=lambda each: (-each.age, each.text))
