"""How a file of another tool is read: whatever wrote it, and what cannot be read is refused in a sentence."""

import io
import random
import zipfile

import pytest

from feedback.moving.rows import read_day
from feedback.moving.tables import read
from people.refusal import Refused
from tests.build.moving import as_csv, as_xlsx

# --- Reading ----------------------------------------------------------------------------------------------------------

WELSH = [("Pwy", "Beth"), ("Tŷ", "Mae’r bwyd yn oer – £4.05, “bob dydd”"), ("Ann", "one\ntwo; three, four\tfive")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_is_read_whatever_tool_wrote_it(encoding, delimiter):
    table = read(as_csv(WELSH, encoding, delimiter))
    assert table.header == WELSH[0]
    assert [tuple(cells) for _number, cells in table.rows] == WELSH[1:]
    assert [number for number, _cells in table.rows] == [2, 3]


def test_a_csv_as_windows_writes_it_is_read_and_so_is_one_that_names_its_delimiter():
    rows = [("What", "Cost"), ("Café – “warm”", "£4.05")]
    assert [cells for _number, cells in read(as_csv(rows, "cp1252", ";")).rows] == [list(rows[1])]
    assert list(read(b"sep=;\r\na;b\r\n1;2\r\n").rows) == [(3, ["1", "2"])]


def test_a_workbook_is_read_with_its_days_and_numbers():
    table = read(as_xlsx([("Day", "Number", "Words"), (1, 5.0, "Ŵ=1"), ("", "", ""), (2.5, 7, "two")]))
    assert table.header == ("Day", "Number", "Words")
    assert list(table.rows) == [(2, ["1", "5", "Ŵ=1"]), (4, ["2.5", "7", "two"])]


def test_columns_without_a_name_or_with_one_name_are_told_apart():
    assert read(b"a,,a\n1,2,3\n").header == ("a", "Column 2", "a (2)")


def bomb(name="xl/worksheets/sheet1.xml", inside=b"0" * 50_000_000):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("xl/workbook.xml", "<workbook/>")
        parts.writestr(name, inside)
    return file.getvalue()


FAR = b'<worksheet><sheetData><row r="1"><c r="A1"/></row><row r="9"><c r="XFD1048576"/></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    "content",
    [
        b"", b"   \n", b"\n\n,,\n", b"%PDF-1.7\n\x01\x02", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", b"PK\x03\x04 broken",
        b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"GIF89a\x01\x00\x01\x00", b'a,b\n"never ends,1\n' + b"x" * 2_000_000,
        b"x" * (21 * 1024 * 1024), ",".join(str(each) for each in range(300)).encode(), b"\xff\xfea\x00\x00",
        bomb(), bomb("xl/media/a.bin"), bomb(inside=FAR), bomb(inside=FAR.replace(b'"', b"'")),
        bomb("../../etc/passwd", b""), bomb(inside=b"not a sheet"), bomb("docProps/a.xml", b"")[:-40],
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_sentence(content):
    with pytest.raises(Refused) as refused:
        list(read(content).rows)
    assert str(refused.value).endswith(".")


def test_random_bytes_are_refused_or_read_and_nothing_else():
    chance, read_all = random.Random(6), 0  # noqa: S311 (the same bytes each time)
    for _each in range(300):
        head = chance.choice([b"", b"PK\x03\x04", b"\xff\xfe", b"a,b\n", as_xlsx([("a", "b"), (1, 2)])[:900]])
        try:
            list(read(head + chance.randbytes(chance.randrange(400))).rows)
            read_all += 1
        except Refused:
            pass
    assert read_all < 300


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2023-04-03", "2023-04-03"), ("2023-04-03T10:00:00Z", "2023-04-03"), ("3/4/2023", "2023-04-03"),
        ("03.04.23", "2023-04-03"), ("3 April 2023", "2023-04-03"), ("April 3, 2023", "2023-04-03"),
        ("03/04/2023 10:15", "2023-04-03"), ("31/2/2023", None), ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(cell, day):
    assert str(read_day(cell)) == str(day)
    assert str(read_day("4/3/2023", day_first=False)) == "2023-04-03"
