"""Counting no further than a reader cares: beyond a thousand "over 1,000" says as much, and costs nothing."""

from django.db.models import IntegerField, Subquery
from django.utils.translation import gettext as _

MANY = 1000


def at_most(rows):
    """How many rows there are, counted as far as one more than MANY."""
    return rows.order_by()[: MANY + 1].count()


def in_words(number):
    """A number that was counted with `at_most`, as a reader gets it."""
    return _("over 1,000") if number > MANY else str(number)


class AtMost(Subquery):
    """In a query: how many rows of another query there are, counted as far as one more than MANY."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()

    def __init__(self, rows):
        super().__init__(rows.order_by().values("pk")[: MANY + 1])
