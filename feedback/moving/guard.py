"""No cell that we write becomes a formula in a spreadsheet, and nothing of it is lost.

A cell that a spreadsheet may take for a formula gets one apostrophe in front. To undo it: where a cell begins with an
apostrophe and what follows it may be taken for a formula, or is again such a cell, leave out the first apostrophe.
"""

import re

# Blanks of any sort and apostrophes, then a sign that begins a formula, in the letters of a keyboard or as wide as two;
# or a tab or a line's end at the very beginning, after which some programs look again.
LIVE = re.compile(
    r"'*(?:[\t\r\n]|[\s\u0000-\u0020\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62-\ufe66\ufe6b|%])"
)


def is_live(text):
    """Whether a spreadsheet may take this text for a formula (or for one that was guarded)."""
    return LIVE.match(text) is not None


def guarded(text):
    """The text as it may stand in a cell."""
    return f"'{text}" if is_live(text) else text


def unguarded(cell):
    """The text that a cell was made of."""
    return cell[1:] if cell.startswith("'") and is_live(cell[1:]) else cell


def in_cell(value):
    """A value as a cell of a CSV file has it: nothing for None, and no text that could run."""
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else str(value)
