"""What a group's page tells beside its members: for whom its convenor works, whom it trusts, and its money."""

from datetime import date
from decimal import Decimal

from involvement.models import Allocation, Loyalty, Spending, Trust

LOYALTY = {
    "employer": "Hot Plate Ltd", "funded_by": "The council, by a grant", "contract_aims": "Four meetings a year.",
    "provides": "employer", "provides_what": "hot meals", "interests": "", "loyalty": "I say what the group says.",
}  # fmt: skip


def loyalty(group, convenor, **over):
    """What a convenor declares; by default an employer who also provides."""
    return Loyalty.declare(group, convenor, **LOYALTY | over)


def trusted(worker, people, *answers):
    """Each of these people says whether they trust; with fewer answers than people the last one is everybody else's."""
    for number, each in enumerate(people):
        Trust.say(worker, each, answers[min(number, len(answers) - 1)])


def allocation(group, by, authority=None, **over):
    """Money for a group, by default from a grant that the host holds."""
    said = {
        "amount": Decimal(1200), "purpose": "Meetings and taxis", "from_date": date(2026, 4, 1),
        "until_date": date(2027, 3, 31), "holder": "host", "control": "none",
    }  # fmt: skip
    given_by = "" if authority else over.pop("given_by", "A grant of the council")
    return Allocation.add(group, by, authority=authority, given_by=given_by, **said | over)


def spending(allocation, by, **over):
    """What was paid of it."""
    said = {"amount": Decimal("45.50"), "spent_on": date(2026, 5, 3), "what_for": "Taxis for six people"}
    return Spending.add(allocation, by, **said | over)
