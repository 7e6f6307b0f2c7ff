"""What a stage holds, as files: each sort of record as its reader may read it, and how many they may not."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from cycle.reading import references_of
from cycle.snapshot import in_words, label_of

from ..heard import counted
from .exporting import Echo
from .guard import in_cell
from .workbook import Head, Sheet, book_in_pieces

CHUNK = 500
LONG = ("summary", "figures")


@dataclass(frozen=True)
class Column:
    """One column: its name for programs, its label, and how it gets its value from a Row."""

    name: str
    label: str
    value: Callable


@dataclass(frozen=True)
class Row:
    """One record as its reader may have it. named: words by the label of each field that names other records.

    heard: how many said something, where the record sums it up.
    """

    record: object
    address: str
    named: dict[str, str]
    heard: str = ""


def columns_of(model):
    """The Columns of one sort of record, in the order of its page."""
    closed = set(model.references())
    fields = [*model.COMMON_FIELDS, *model.OWN_FIELDS]
    heard = [Column("said_in_all", _("How many said something"), lambda row: row.heard)] if model.HEARD else []
    return [
        Column("number", _("Number"), lambda row: row.record.pk),
        *(_field(model, name, name in closed) for name in fields),
        *heard,
        *_words_of_parties(model),
        Column("openness", label_of(model, "openness"), lambda row: row.record.get_openness_display()),
        Column("added_on", _("Added on"), lambda row: localdate(row.record.created_at)),
        Column("changed_on", _("Changed on"), lambda row: localdate(row.record.changed_at)),
        Column("address", _("Address"), lambda row: row.address),
    ]


def _field(model, name, names_records):
    label, column = label_of(model, name), model._meta.get_field(name)
    if names_records:
        return Column(name, label, lambda row: row.named.get(label, ""))
    is_plain = column.get_internal_type() in ("DecimalField", "DateField", "PositiveIntegerField",
                                              "PositiveSmallIntegerField")  # fmt: skip
    return Column(name, label, lambda row: getattr(row.record, name) if is_plain else in_words(row.record, name))


def _words_of_parties(model):
    """A column with what parties say of it, for the sorts of which they do."""
    if model.SAID_IN:
        label = model._meta.get_field(model.SAID_IN).related_model._meta.verbose_name_plural
        yield Column("words_of_parties", label, lambda row: "\n".join(w for _label, w in row.record.words_of_parties))


def rows_of(model, stage, reader, site) -> Iterator[Row]:
    """The Rows of one sort of record in a stage that this reader may read, oldest first; some hundred at a time."""
    rows = model.objects.in_stage(stage).visible_to(reader, stage.cycle).prefetch_related(*model.to_fetch())
    after = 0
    while page := list(rows.filter(pk__gt=after).order_by("pk")[:CHUNK]):
        after = page[-1].pk
        for each in page:
            each.stage = stage
        named, counts = references_of(page, reader, stage.cycle), counted(page, stage.cycle, reader)
        for each in page:
            words = {found.label: found.words for found in named[each.pk]}
            yield Row(each, site + each.get_absolute_url(), words, counts.get(each.pk, ("", ""))[1])


def as_csv(model, stage, reader, site):
    """One sort of record as CSV in pieces: UTF-8 with a mark by which spreadsheets know it, and no live cell."""
    columns, writer = columns_of(model), csv.writer(Echo())
    yield "\ufeff" + writer.writerow([column.name for column in columns])
    for row in rows_of(model, stage, reader, site):
        yield writer.writerow([in_cell(column.value(row)) for column in columns])


def as_xlsx(stage, reader, site):
    """All that a stage holds as a workbook in pieces, a sheet for each sort of record."""
    sheets = []
    for model in stage.kind.records:
        columns = columns_of(model)
        heads = [Head(str(column.label), 60 if column.name in LONG else 18) for column in columns]
        rows = _values(columns, rows_of(model, stage, reader, site))
        sheets.append(Sheet(str(model._meta.verbose_name_plural), heads, rows))
    return book_in_pieces(sheets)


def _values(columns, rows):
    """The values of each row, in the order of its columns."""
    for row in rows:
        yield [column.value(row) for column in columns]


def as_json(stage, reader, site, about):
    """All that a stage holds as JSON in pieces: about, then a list for each sort of record, and how many are closed."""
    yield json.dumps({"about": about}, ensure_ascii=False, default=str)[:-1]
    for model in stage.kind.records:
        columns, count = columns_of(model), 0
        yield f', {json.dumps(model.SLUG)}: {{"records": ['
        for count, row in enumerate(rows_of(model, stage, reader, site), start=1):
            said = {column.name: column.value(row) for column in columns}
            yield (",\n" if count > 1 else "\n") + json.dumps(said, ensure_ascii=False, default=str)
        closed = model.objects.in_stage(stage).count() - count
        yield f'], "not_open_to_you": {max(closed, 0)}}}'
    yield "\n}\n"
