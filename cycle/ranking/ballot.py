"""What is asked of any ballot before it is counted."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from people.refusal import Refused

UNKNOWN = _("This is about something that nobody was asked about.")


def distinct(items: Iterable[Hashable]) -> tuple[Hashable, ...]:
    """The items in their order. Raises ValueError when one of them is there twice."""
    items = tuple(items)
    if len(set(items)) < len(items):
        raise ValueError("The same item is there twice.")
    return items


def spoken(ballot: Mapping[Hashable, Any], items: Iterable[Hashable]) -> dict[Hashable, Any]:
    """What the ballot says of which of the items; None says nothing. Raises Refused when it is about anything else."""
    if not set(ballot) <= set(items):
        raise Refused(UNKNOWN)
    return {item: word for item, word in ballot.items() if word is not None}
