"""The money of a group as one reader may have it (R75)."""

from dataclasses import dataclass

from cycle.standing import may_read_names
from people.models import Group, MoneyOpenTo

from .models import Allocation


@dataclass(frozen=True)
class Purse:
    """What a reader may know of a group's money: nothing, the sums (reads), also each payment (reads_payments).

    is_inside: whether they belong to the group or are an officer where it takes part, and so read who wrote it down.
    """

    group: Group
    is_inside: bool
    reads: bool
    reads_payments: bool

    @property
    def allocations(self):
        """The Allocations, as a queryset; who reads the sums only has none that was struck out."""
        found = Allocation.objects.of(self.group)
        return found if self.reads_payments else found.standing()


def purse_of(group, reader):
    """The Purse of a group for this reader, who need not be signed in."""
    inside = reader.is_authenticated and may_read_names(reader, group)
    to = group.money_open_to
    return Purse(group, inside, inside or to != MoneyOpenTo.MEMBERS, inside or to == MoneyOpenTo.ALL)
