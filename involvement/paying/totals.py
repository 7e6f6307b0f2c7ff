"""What was paid in all, quarter by quarter, told so that nobody can work out what one person got (R75, R76).

A sum is told only of five people or more, after its quarter is over, and only when what is left of the whole is of
five people or more as well, or of nobody. Officers see the claims themselves.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils import timezone

from ..models import Claim

FEWEST = 5


@dataclass
class Sum:
    """What was paid to some people: `told` is None where it would tell what one of them got."""

    name: str
    people: set = field(default_factory=set)
    paid: Decimal = Decimal(0)
    is_told: bool = False

    @property
    def told(self):
        """The pounds, or None where they are not told."""
        return self.paid if self.is_told else None


@dataclass
class Quarter:
    """Three months of one year: the Sum of the cycle and of each group, each told or not."""

    year: int
    number: int
    whole: Sum
    groups: list[Sum]

    @property
    def months(self):
        """The first and the last month, as numbers."""
        return self.number * 3 - 2, self.number * 3


def quarters_of(cycle, today=None):
    """The Quarters of a cycle in which anything was paid and that are over, the newest first; two queries."""
    today = today or timezone.localdate()
    rows = defaultdict(dict)
    paid = Claim.objects.of_cycle(cycle).filter(state="paid")
    for noted_at, person, name, amount in paid.values_list(
        "paid_noted_at", "person_id", "participant__name", "granted"
    ):
        day = timezone.localdate(noted_at)
        key = (day.year, (day.month + 2) // 3)
        if key >= (today.year, (today.month + 2) // 3):
            continue
        found = rows[key].setdefault(name, Sum(name))
        found.people.add(person)
        found.paid += amount or Decimal(0)
    return [_quarter(*key, list(rows[key].values())) for key in sorted(rows, reverse=True)]


def _quarter(year, number, groups):
    """The Quarter with as many sums told as can be."""
    whole = Sum("", set().union(*(each.people for each in groups)), sum((each.paid for each in groups), Decimal(0)))
    whole.is_told = len(whole.people) >= FEWEST
    shown = sorted((each for each in groups if each.people and len(each.people) >= FEWEST), key=lambda each: each.paid)
    while shown and whole.is_told and 0 < len(_left(groups, shown)) < FEWEST:
        shown.pop(0)
    for each in shown:
        each.is_told = True
    return Quarter(year, number, whole, sorted(groups, key=lambda each: each.name))


def _left(groups, shown):
    """The people in the groups of which nothing is told."""
    return set().union(*(each.people for each in groups if each not in shown))
