"""A list of records in groups: by the groups of choices of the field that its kind names."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Group:
    """Some rows of a list under one title; the title is empty where the list has no groups."""

    title: str
    rows: list


def grouped(model, rows):
    """The rows of a page of records as Groups, in the order of the choices; those that hold nothing are left out.

    rows: dicts with a `record`, or a Stub in its place. Stubs come last: their sort is not told either.
    """
    if not model.GROUPED_BY:
        return [Group("", rows)]
    found = []
    for title, choices in model._meta.get_field(model.GROUPED_BY).choices:
        values = {value for value, _label in choices}
        found.append(Group(str(title), [row for row in rows if _value(model, row["record"]) in values]))
    found.append(Group(_("Not open to you"), [row for row in rows if _value(model, row["record"]) is None]))
    return [group for group in found if group.rows]


def _value(model, record):
    return None if getattr(record, "is_stub", False) else getattr(record, model.GROUPED_BY)
