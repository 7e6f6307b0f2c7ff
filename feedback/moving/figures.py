"""Two columns of a file as lines of words and a number, as a table of figures takes them (R36)."""

from itertools import islice

from django.utils.translation import gettext as _

from people.refusal import Refused

from .tables import read

MOST = 40


def lines_in(content):
    """The lines ("words, number") in the bytes of a CSV or XLSX file; its first row names the columns. Raises Refused.

    What the lines say is looked at by the form of the record, which tells which of them cannot be read.
    """
    table = read(content)
    if len(table.header) < 2:
        raise Refused(_("The file needs two columns: words, and numbers."))
    rows = list(islice(table.rows, MOST + 1))
    if len(rows) > MOST:
        raise Refused(_("Give no more than %(most)d lines.") % {"most": MOST})
    if not rows:
        raise Refused(_("The file is empty."))
    return "\n".join(f"{cells[0]}, {cells[1]}" for _number, cells in rows)
