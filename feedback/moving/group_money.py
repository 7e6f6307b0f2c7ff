"""The money of a group as a table: a line for each sum that is set aside and for each payment (R75)."""

import csv

from involvement.models import Spending

from .exporting import Echo
from .guard import in_cell

HEADS = (
    "sum",
    "line",
    "day",
    "until",
    "amount",
    "what_for",
    "from_whom",
    "holder",
    "decides",
    "group_told",
    "struck_out",
)
CHUNK = 500


def as_csv(purse):
    """The file in pieces, as the reader of this Purse may have it: each sum, and under it what was paid."""
    writer = csv.writer(Echo())
    yield "\ufeff" + writer.writerow(HEADS)
    for allocation in purse.allocations.order_by("pk").iterator(CHUNK):
        allocation.group = purse.group
        yield writer.writerow([in_cell(value) for value in _of_sum(allocation)])
        for paid in Spending.objects.of(allocation).order_by("pk").iterator(CHUNK):
            yield writer.writerow([in_cell(value) for value in _of_payment(allocation, paid)])


def _of_sum(each):
    return (
        each.pk, "set aside", each.from_date, each.until_date, each.amount, each.purpose, each.given_by,
        str(each.holder_in_words), str(each.get_control_display()), str(each.get_told_display()), each.struck_because,
    )  # fmt: skip


def _of_payment(allocation, paid):
    return (
        allocation.pk, "paid", paid.spent_on, None, paid.amount, paid.what_for, None, None, None, None,
        paid.struck_because,
    )  # fmt: skip
