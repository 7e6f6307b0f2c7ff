"""From a row of a foreign file to what a contribution says, or to sentences that tell what is wrong with it."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Contribution

LONGEST = 5000
LONGEST_REFERENCE = 120
MOST_PEOPLE = 1_000_000
FIXED, COLUMN = "=", "#"  # how a mapping says "the same for all rows" and "from this column"
TODAY = "today"
VALUED = ("sort", "participant", "channel")  # what has a closed list of answers
PLAIN = ("how_many", "dissent", "reference")
WHOLE = re.compile(r"\d{1,9}(?:\.0+)?")
DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})(?:[ ,T].*)?")
IN_WORDS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y", "%d-%b-%y")


@dataclass(frozen=True)
class Fault:
    """What is wrong in one row: its number as the spreadsheet shows it, the column, a sentence."""

    row: int
    column: str
    sentence: str


@dataclass
class Reading:
    """Rows as the mapping of an import says that they are to be read.

    mapping: what we need -> "=value" for all rows alike, or "#name" of a column; `values`: for a column with a closed
    list, what each of its values (in small letters) means; day_first; openness. participants: id -> Participant.
    """

    mapping: dict
    header: tuple[str, ...]
    participants: dict[int, object]
    today: date = field(default_factory=timezone.localdate)

    def __post_init__(self):
        self.places = {
            what: self.header.index(said[1:])
            for what, said in self.mapping.items()
            if isinstance(said, str) and said.startswith(COLUMN) and said[1:] in self.header
        }
        self.seen, self.same = {}, {}
        self.question = self.mapping["text"][1:]

    def of(self, number, cells):
        """What the row says as (fields of a contribution or None, list of Faults)."""
        faults = []

        def wrong(what, sentence):
            faults.append(Fault(number, self._name(what), sentence))

        if len(cells) > len(self.header) and any(cells[len(self.header) :]):
            wrong("", _("This row has more cells than the first one has names. Is a comma or a quotation mark amiss?"))
        said = {"text": self._text(cells, "text", wrong, required=True), "dissent": self._text(cells, "dissent", wrong)}
        said |= {what: self._valued(cells, what, wrong) for what in VALUED if what != "participant"}
        said["participant_id"] = self._valued(cells, "participant", wrong)
        said["given_on"] = self._day(cells, wrong)
        said["how_many"] = self._how_many(cells, wrong)
        said["reference"] = self._reference(cells, number, wrong)
        said["source_key"] = self._key(cells, said["reference"])
        said["openness"] = self.mapping["openness"]
        return (None if faults else said), faults

    def _name(self, what):
        place = self.places.get(what)
        return "" if place is None else self.header[place]

    def _cell(self, cells, what):
        place = self.places.get(what)
        return "" if place is None else cells[place]

    def _text(self, cells, what, wrong, required=False):
        text = self._cell(cells, what)
        if required and not text:
            wrong(what, _("There are no words in this row."))
        if len(text) > LONGEST:
            wrong(what, _("This has %(number)d characters. There is room for %(most)d.")
                  % {"number": len(text), "most": LONGEST})  # fmt: skip
        return text

    def _valued(self, cells, what, wrong):
        """What a value of a column with a closed list means, or what is the same for all rows."""
        if what not in self.places:
            meant = self.mapping[what].removeprefix(FIXED)
        else:
            cell = self._cell(cells, what)
            meant = self.mapping["values"].get(what, {}).get(plain(cell))
            if not meant:
                wrong(what, _("Nobody has said what “%(value)s” means here.") % {"value": cell[:60]} if cell
                      else _("This is empty."))  # fmt: skip
                return None
        if what == "participant":
            if int(meant) not in self.participants:
                wrong(what, _("This group or body does not take part in the cycle any more."))
            return int(meant)
        return meant

    def _day(self, cells, wrong):
        if "given_on" not in self.places:
            return self.today
        cell = self._cell(cells, "given_on")
        day = read_day(cell, self.mapping.get("day_first", True))
        if day is None:
            wrong("given_on", _("“%(value)s” is not a day that we can read.") % {"value": cell[:60]})
        elif not date(2000, 1, 1) <= day <= self.today:
            wrong("given_on", _("“%(value)s” is not a day since 2000 and up to today.") % {"value": cell[:60]})
        return day

    def _how_many(self, cells, wrong):
        cell = self._cell(cells, "how_many").replace(",", "")
        if not cell:
            return None
        if not WHOLE.fullmatch(cell) or int(float(cell)) > MOST_PEOPLE:
            wrong("how_many", _("“%(value)s” is not a number of people.") % {"value": cell[:60]})
            return None
        return int(float(cell))

    def _reference(self, cells, number, wrong):
        """The number that the other tool gave the row; it has to be another one in each row."""
        cell = self._cell(cells, "reference")
        if "reference" not in self.places:
            return ""
        if not cell:
            wrong("reference", _("This row has no reference, so it could not be told apart the next time."))
        elif len(cell) > LONGEST_REFERENCE:
            wrong("reference", _("This reference is too long."))
        elif (first := self.seen.setdefault(cell, number)) != number:
            wrong("reference", _("Row %(number)d has the same reference.") % {"number": first})
        return cell[:LONGEST_REFERENCE]

    def _key(self, cells, reference):
        """By what the row is known again: its reference, else all that stands in it; rows alike are counted."""
        known = [self.question, reference] if reference else [self.question, *cells]
        key = hashlib.sha256(json.dumps(known, ensure_ascii=False).encode()).hexdigest()
        if reference:
            return key
        self.same[key] = self.same.get(key, -1) + 1
        return key if not self.same[key] else hashlib.sha256(f"{key} {self.same[key]}".encode()).hexdigest()


def plain(cell):
    """A value as it is compared: in small letters, with single spaces."""
    return " ".join(cell.casefold().split())


@lru_cache(maxsize=4096)
def read_day(cell, day_first=True):
    """The date in a cell, or None. 3/4/2026 is the 3rd of April unless the month stands first."""
    cell = cell.strip()
    try:
        return datetime.fromisoformat(cell).date()
    except ValueError:
        pass
    if match := DAY.fullmatch(cell):
        first, second, year = (int(part) for part in match.groups())
        day, month = (first, second) if day_first else (second, first)
        try:
            return date(year + 2000 if year < 100 else year, month, day)
        except ValueError:
            return None
    for pattern in IN_WORDS:
        try:
            return datetime.strptime(" ".join(cell.split()), pattern).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None


def choices_of(what, participants):
    """The answers that there are: (value, words) pairs."""
    if what == "participant":
        return [(str(pk), each.name) for pk, each in participants.items()]
    return (Contribution.Sort if what == "sort" else Contribution.Channel).choices
