"""A row's fields as plain values for the ledger, and as words for a page."""

from datetime import datetime, time
from decimal import Decimal

from django.utils import formats, timezone
from django.utils.translation import gettext as _


def snapshot(row, names):
    """A dict of field name -> plain value (text, number, truth, list of texts or None) for these fields of a row."""
    return {name: _plain(row, name) for name in names}


def _plain(row, name):
    field = row._meta.get_field(name)
    if field.many_to_many:
        return _plain_rows(field, getattr(row, name).all()) if row.pk else []
    if field.many_to_one and not _is_closed(field):
        there = getattr(row, name)
        return str(there) if there else None
    value = getattr(row, field.attname)
    if isinstance(value, bool | int | type(None)):
        return value
    return str(value)


def plain_many(model, many):
    """The plain values of many-to-many fields whose rows are given: field name -> rows."""
    return {name: _plain_rows(model._meta.get_field(name), rows) for name, rows in many.items()}


def _plain_rows(field, rows):
    """Names, or keys where not everybody may read what is named."""
    return sorted(row.pk if _is_closed(field) else str(row) for row in rows)


def _is_closed(field):
    """Whether the rows that a field names are read by some and not by all: their keys are kept, never their names."""
    return hasattr(field.related_model, "openness") and hasattr(field.related_model, "SLUG")


def changed_fields(before, after):
    """The names whose value differs, in the order of `after`; all that say something when there was nothing before."""
    if not before:
        return [name for name, value in after.items() if value not in (None, "", [])]
    return [name for name, value in after.items() if before.get(name) != value]


def facts_of(row, names):
    """(label, value in words) for each of these fields that has a value."""
    pairs = [(label_of(type(row), name), in_words(row, name)) for name in names]
    return [(label, words) for label, words in pairs if words != ""]


def label_of(model, name):
    """The label of a field, as a sentence begins."""
    label = str(model._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def in_words(row, name):
    """A field's value as words: the choice's label, the date, the money, the names."""
    field = row._meta.get_field(name)
    if field.many_to_many:
        return ", ".join(str(each) for each in getattr(row, name).all())
    if field.choices:
        return str(getattr(row, f"get_{name}_display")())
    return value_in_words(field, getattr(row, name))


def value_in_words(field, value):
    """One value of a field as words; empty for none."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Decimal):
        return money(value)
    if isinstance(value, datetime):
        return formats.date_format(timezone.localtime(value) if timezone.is_aware(value) else value, "j F Y, H:i")
    if isinstance(value, time):
        return formats.time_format(value, "H:i")
    if hasattr(value, "strftime"):
        return formats.date_format(value, "j F Y")
    return str(value)


def money(amount):
    """An amount in pounds, the pence only when there are any."""
    pounds = f"{abs(amount):,.2f}".removesuffix(".00")
    return f"{'−' if amount < 0 else ''}£{pounds}"


def stored_in_words(model, name, value):
    """A plain value from the ledger, back as words for this field of this model."""
    field = model._meta.get_field(name)
    if field.many_to_many:
        return ", ".join(value or [])
    if value is None or value == "" or field.many_to_one:
        return value or ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return value_in_words(field, field.to_python(value))
