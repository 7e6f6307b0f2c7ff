"""Figures as people type or paste them: a line each, words and then a number (R36)."""

import re
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

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
