"""A file of rows, read as text: CSV in the encodings that survey tools write, and XLSX.

Nothing here trusts the file. What cannot be read raises Refused with one sentence; sizes are looked at before anything
is unpacked, because a sheet of two cells may claim a thousand million.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import filetype
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from python_calamine import CalamineError, CalamineWorkbook

from people.refusal import Refused

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_CELLS = 5_000_000
MOST_UNPACKED = 400 * 1024 * 1024
MOST_TIMES = 200  # so many times its packed size a part of a workbook may be
MOST_PARTS = 2_000
LONGEST_CELL = 1_000_000

NEITHER = gettext_lazy("This is neither a CSV file nor an XLSX file.")
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
DELIMITERS = (",", ";", "\t")
# What no text has: a file with one of these is a picture, a print or a program.
NO_TEXT = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
CELL = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,7})(\d{1,9})["']""")


@dataclass(frozen=True)
class Table:
    """The header of a file, and a way to its rows: (number as the spreadsheet shows it, list of texts) pairs."""

    header: tuple[str, ...]
    open: object

    @property
    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows that hold anything, from the first one on. Raises Refused in the middle of a broken file."""
        width = len(self.header)
        for count, (number, cells) in enumerate(row for row in self.open() if any(row[1])):
            if count >= MOST_ROWS:
                raise Refused(_("The file holds more than %(most)d rows. Cut it into several.") % {"most": MOST_ROWS})
            yield number, cells + [""] * (width - len(cells))


def read(content: bytes) -> Table:
    """The Table in these bytes. Raises Refused."""
    if not content.strip():
        raise Refused(_("The file is empty."))
    if len(content) > MOST_BYTES:
        raise Refused(_("The file is larger than 20 MB. Cut it into several."))
    if content.startswith(OLD_EXCEL):
        raise Refused(_("This is a workbook of the old sort, or one with a password. Save it as XLSX or as CSV."))
    if content.startswith(ZIP):
        return _xlsx(content)
    if filetype.guess(content):
        raise Refused(NEITHER)
    return _csv(content)


def _header(cells):
    """The names of the columns: each one once, and none of them empty."""
    while cells and not cells[-1]:
        cells.pop()
    if not cells:
        raise Refused(_("The first row of the file is empty. It has to hold the names of the columns."))
    if len(cells) > MOST_COLUMNS:
        raise Refused(_("The file holds more than %(most)d columns.") % {"most": MOST_COLUMNS})
    names = []
    for number, cell in enumerate(cells, start=1):
        name = " ".join(cell.split())[:120] or _("Column %(number)d") % {"number": number}
        first, again = name, 2
        while name in names:
            name, again = f"{first} ({again})", again + 1
        names.append(name)
    return tuple(names)


# --- CSV --------------------------------------------------------------------------------------------------------------


def _csv(content):
    text = _decoded(content)
    if NO_TEXT.search(text):
        raise Refused(NEITHER)
    skipped = 0
    if re.match(r"sep=.\r?\n", text, re.IGNORECASE):  # a line by which a spreadsheet tells itself the delimiter
        delimiter, skipped = text[4], 1
        text = text.split("\n", 1)[1]
    else:
        delimiter = _delimiter(text)

    def rows():
        csv.field_size_limit(LONGEST_CELL)
        try:
            for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1 + skipped):
                yield number, [cell.strip() for cell in cells]
        except csv.Error as fault:
            raise Refused(_("The file cannot be read as CSV: a cell never ends, or is too long.")) from fault

    return _table(rows)


def _table(rows):
    """The Table of rows whose first one that holds anything is the header."""
    first = next((row for row in rows() if any(row[1])), None)
    if first is None:
        raise Refused(_("The file is empty."))
    header = _header(list(first[1]))
    return Table(header, lambda: ((number, cells) for number, cells in rows() if number > first[0]))


def _decoded(content):
    """The text, without what no database stores. What is no UTF is taken as Windows writes it in Western Europe."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in content[:200]:
        encodings = ["utf-16-le" if content[1:2] == b"\x00" else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding).replace("\x00", "")
        except UnicodeDecodeError:
            continue
    raise Refused(_("The letters of this file cannot be read. Save it as CSV in UTF-8."))


def _delimiter(text):
    """The one that cuts the first rows into the same number of cells, the more the better."""
    start = text[:65_536]
    best = (0, 0, ",")
    for delimiter in DELIMITERS:
        try:
            found = [
                len(row)
                for row, _number in zip(csv.reader(io.StringIO(start), delimiter=delimiter), range(20), strict=False)
            ]
        except csv.Error:
            continue
        widths = [width for width in found if width]
        if widths and widths[0] > 1:
            best = max(best, (sum(width == widths[0] for width in widths), widths[0], delimiter))
    return best[2]


# --- XLSX -------------------------------------------------------------------------------------------------------------


def _xlsx(content):
    _look_before_unpacking(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
        sheets = (book.get_sheet_by_name(name) for name in names)
        sheet = next((sheet for sheet in sheets if sheet.total_height), None)
    except (CalamineError, OSError, ValueError) as fault:
        raise Refused(_("This workbook cannot be read. Open it, and save it as XLSX or as CSV again.")) from fault
    if sheet is None:
        raise Refused(_("The file is empty."))

    def rows():
        first = (sheet.start or (0, 0))[0] + 1
        for number, cells in enumerate(sheet.iter_rows(), first):
            yield number, [_as_text(cell) for cell in cells]

    return _table(rows)


def _look_before_unpacking(content):
    """Refuse a workbook that is far larger inside than out. Raises Refused."""
    too_much = _("This workbook is far larger inside than it says. Save it as CSV.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            infos = parts.infolist()
            names = {info.filename for info in infos}
            if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
                raise Refused(NEITHER)
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
                raise Refused(too_much)
            for info in infos:
                if info.file_size > 1_000_000 and info.file_size > MOST_TIMES * max(info.compress_size, 1):
                    raise Refused(too_much)
                if info.filename.startswith("xl/worksheets/"):
                    _look_at_sheet(parts, info, too_much)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as fault:
        raise Refused(_("This workbook cannot be read. Open it, and save it as XLSX or as CSV again.")) from fault


def _look_at_sheet(parts, info, too_much):
    """Refuse a sheet whose cells lie so far apart that the space between them fills the memory."""
    widest = longest = unpacked = 0
    rest = b""
    with parts.open(info) as sheet:
        while piece := sheet.read(1 << 20):
            unpacked += len(piece)
            piece = rest + piece
            for letters, digits in CELL.findall(piece):
                widest, longest = max(widest, _column(letters)), max(longest, int(digits))
            rest = piece[-40:]
            if unpacked > MOST_UNPACKED or longest * max(widest, 1) > MOST_CELLS or longest > MOST_ROWS + 1_000:
                raise Refused(too_much)


def _column(letters):
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _as_text(cell):
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10] if not isinstance(cell, datetime) else cell.isoformat(sep=" ")
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell).replace("\x00", "").strip()
