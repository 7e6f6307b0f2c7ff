"""Figures as people type or paste them: a line each, words and then a number (R36)."""

import re
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ...bars import Series, stack
from ...glance import Drawing, Table, row

DRAWN = 12  # so many lines are drawn; the table has them all
MOST_LINES, LONGEST, LARGEST = 40, 80, Decimal("1e12")
LINE = re.compile(r"^(?P<words>.+?)\s*[\t;,:]\s*£?(?P<number>-?[0-9][0-9 ,]*(?:\.[0-9]{1,4})?)\s*%?$")


def read_lines(text):
    """The figures in this text as (words, Decimal) pairs. Raises ValidationError, which names the line."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            found.append(_read(line.strip(), number))
    if not found:
        raise ValidationError(_("Give at least one line: words, then a comma and a number."))
    if len(found) > MOST_LINES:
        raise ValidationError(_("Give no more than %(most)d lines.") % {"most": MOST_LINES})
    return found


def _read(line, number):
    match = LINE.match(line)
    where = {"number": number}
    if not match:
        raise ValidationError(
            _("Line %(number)d: write words, then a comma and a number, like “Hot meals, 120”.") % where
        )
    if len(match["words"]) > LONGEST:
        raise ValidationError(_("Line %(number)d: use fewer words.") % where)
    try:
        value = Decimal(match["number"].replace(",", "").replace(" ", ""))
    except InvalidOperation:
        raise ValidationError(_("Line %(number)d: the number cannot be read.") % where) from None
    if not 0 <= value <= LARGEST:
        raise ValidationError(_("Line %(number)d: give a number from 0 to a million million.") % where)
    return match["words"], value


def in_words(number):
    """A number with commas, and without an empty part behind the point."""
    return f"{number:,f}".rstrip("0").rstrip(".") if number != number.to_integral_value() else f"{number:,.0f}"


def drawn(record):
    """A table of figures as parts of a page: bars, the longest as wide as there is room, and the numbers."""
    lines = record.lines
    parts = [Table("", [record.title, record.unit], [row(words, in_words(number)) for words, number in lines],
                   is_of_numbers=True)]  # fmt: skip
    if any(number for _words, number in lines):
        bars = [
            (f"{words}: {in_words(number)}", [int(number) if number == int(number) else float(number)])
            for words, number in lines[:DRAWN]
        ]
        figure = stack([Series("count", record.unit)], bars)
        parts.insert(0, Drawing(_("%(title)s, drawn as bars") % {"title": record}, figure, f"figures-{record.pk}"))
    return parts
