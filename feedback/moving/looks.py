"""What a column of a foreign file looks like: what it may be, and whether it names people, whom we do not take in."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

SAMPLE = 200
SHOWN = 3
PART = 0.3  # of the cells that hold anything: so many make a column one of addresses

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}")
PHONE = re.compile(r"(?=(?:.*\d){10})(?:\+|0)[\d ()./-]{9,20}")
POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)
NETWORK = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
JOINTS = str.maketrans("", "", "-'’")
TITLES = {"Mr", "Mrs", "Ms", "Miss", "Dr"}

BY_VALUE = (
    (EMAIL, _("It looks like e-mail addresses.")),
    (PHONE, _("It looks like phone numbers.")),
    (POSTCODE, _("It looks like postcodes.")),
    (NETWORK, _("These look like the numbers of computers.")),
)
BY_HEADER = (
    (r"e-?mail|\bmail\b", BY_VALUE[0][1]),
    (r"phone|mobile|\btel\b|telephone", BY_VALUE[1][1]),
    (r"post ?code|\bzip\b", BY_VALUE[2][1]),
    (r"\bip\b", BY_VALUE[3][1]),
    (r"\b(first|last|full|your|middle|family|given|sur) ?name|^name$|respondent name|date of birth|\bdob\b|\baddress\b",
     _("It looks as if it names people.")),
)  # fmt: skip
NAMES = _("It looks as if it names people.")

# What columns of other tools are called. The first header that fits is suggested.
CALLED = {
    "text": r"comment|response|answer|feedback|what.*(say|think)|opinion|view|text|message|open.?ended",
    "sort": r"^(type|sort|kind|category)",
    "participant": r"group|organisation|organization|behalf",
    "given_on": r"date|submitted|completed|timestamp|end ?time|day",
    "channel": r"channel|how.*(sent|given)|collector|source|method",
    "how_many": r"how many|number of people",
    "dissent": r"disagree|dissent|otherwise",
    "reference": r"respon[ds].*(id|number)|^id$|\bid$|reference|^ref|^no\.?$|identifier|case number",
}


@dataclass(frozen=True)
class Look:
    """One column: its name, a few of its values, and why it is not taken in unless somebody says so (or empty)."""

    name: str
    examples: list[str]
    warning: str = ""


def looks_of(table):
    """A Look for each column, from the first rows."""
    cells = [[] for _name in table.header]
    for _row, (_number, row) in zip(range(SAMPLE), table.rows, strict=False):
        for place, cell in enumerate(row[: len(cells)]):
            if cell:
                cells[place].append(cell)
    return [
        Look(name, _examples(held), str(_warning(name, held))) for name, held in zip(table.header, cells, strict=True)
    ]


def _examples(held):
    return [each if len(each) <= 60 else f"{each[:59]}…" for each in list(dict.fromkeys(held))[:SHOWN]]


def _warning(name, held):
    for pattern, sentence in BY_VALUE:
        if held and sum(bool(pattern.fullmatch(each)) for each in held) >= PART * len(held):
            return sentence
    for pattern, sentence in BY_HEADER:
        if re.search(pattern, name, re.IGNORECASE):
            return sentence
    if held and len(set(held)) > 2 and sum(_is_like_a_name(each) for each in held) > 0.7 * len(held):
        return NAMES
    return ""


def suggested(looks):
    """What each column may be: dict of what we need -> name of the column; nothing that names people."""
    found, taken = {}, set()
    for what in ("reference", "given_on", "sort", "channel", "how_many", "dissent", "participant", "text"):
        for look in looks:
            free = look.name not in taken and (not look.warning or what == "participant")
            if free and re.search(CALLED[what], look.name, re.IGNORECASE):
                found[what] = look.name
                taken.add(look.name)
                break
    return found


def _is_like_a_name(cell):
    """Whether the cell holds two or three words with capitals, like a first and a last name, and nothing else."""
    words = [word for word in cell.split() if word.rstrip(".") not in TITLES]
    return 2 <= len(words) <= 3 and all(
        word[0].isupper() and word.strip(".").translate(JOINTS).isalpha() for word in words
    )
