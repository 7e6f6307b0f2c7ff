"""Parts of a short print: a few rows of each list, how many more there are, and what is held back with its reason."""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cycle.models import RECORDS
from cycle.reading import readable

FEW = 5
TITLE, WORDS, REASON = 70, 100, 75  # so many characters of each


def cut(text, longest=WORDS):
    """The text on one line, with "…" where it is longer than this many characters."""
    return Truncator(" ".join(str(text).split())).chars(longest)


@dataclass(frozen=True)
class Row:
    """One line of a short list: what it is, a few words on it, where to read more."""

    title: str
    words: str = ""
    url: str = ""


@dataclass(frozen=True)
class Held:
    """So many things of one sort that are not open to the reader, for the same reason."""

    count: int
    noun: str
    because: str


@dataclass(frozen=True)
class Shortlist:
    """The rows that are shown, how many more the reader could read elsewhere, and what is held back."""

    rows: list[Row] = field(default_factory=list)
    more: int = 0
    held: list[Held] = field(default_factory=list)

    def __bool__(self):
        return bool(self.rows or self.held)


def shortlist(records, reader, cycle, tell, most=FEW):
    """The Shortlist of these records, which have `withheld_by` and `stage` fetched. tell: gives the Row of a record."""
    shown, stubs = [], []
    for each in readable(records, reader, cycle):
        (stubs if hasattr(each, "is_stub") else shown).append(each)
    for record in shown[:most]:
        record.stage.cycle = cycle
    counts = Counter((str(stub.noun), cut(stub.because, REASON)) for stub in stubs)
    held = [Held(count, *what) for what, count in counts.most_common()]
    most_held = held[: max(most // 2, 1)]
    if len(held) > len(most_held):
        rest = sum(each.count for each in held[len(most_held) :])
        most_held.append(Held(rest, _("more"), _("The full page tells why.")))
    return Shortlist([tell(record) for record in shown[:most]], max(len(shown) - most, 0), most_held)


def part_of(cycle, reader, part, tell, most=FEW):
    """The Shortlist of the records that are this part of the whole (`Record.PART`), the newest first."""
    found = [record for model in RECORDS if part == model.PART for record in reversed(model.objects.in_cycle(cycle))]
    return shortlist(found, reader, cycle, tell, most)


def with_its_brief(record):
    """The Row of a record with what a short page tells of it."""
    words = " ".join(f"{value.rstrip('.')}." for _label, value in record.brief)
    return Row(cut(record.title, TITLE), cut(words), record.get_absolute_url())


def with_its_figure(record):
    """The Row of a record with its figure."""
    return Row(cut(record.title, TITLE), record.figure, record.get_absolute_url())
