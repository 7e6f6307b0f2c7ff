"""What was paid to one person week by week, for them alone: something to bring to an adviser, and nothing is reckoned.

Whether it changes a benefit is never worked out here (R76).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ..models import Claim
from .deciding import sums_of

SHOWN = 26  # so many weeks are told one by one


@dataclass(frozen=True)
class Week:
    """What was paid in the week that began on a Monday."""

    monday: date
    fees: Decimal
    costs: Decimal


def weeks_of(person):
    """The last Weeks in which this person was paid something, the newest first, over all cycles; two queries."""
    paid = Claim.objects.filter(person=person, state="paid").prefetch_related("lines").order_by("-paid_on", "-pk")
    weeks = {}
    for claim in paid[: SHOWN * 10]:
        monday = claim.paid_on - timedelta(days=claim.paid_on.weekday())
        fee, costs = sums_of(claim)
        fees_before, costs_before = weeks.get(monday, (Decimal(0), Decimal(0)))
        weeks[monday] = (fees_before + fee, costs_before + costs)
    return [Week(monday, *sums) for monday, sums in weeks.items()][:SHOWN]
