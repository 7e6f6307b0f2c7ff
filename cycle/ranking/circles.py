"""Items that go round in a circle: one beats the next, and the last beats the first (R45).

That majorities can do so is known as Condorcet's paradox. Such a group is what graph theory calls a strongly connected
component; the reach of each item is found by Warshall's method (1962), which is quick for the few items of an exercise.
"""

from collections.abc import Hashable, Mapping, Sequence


def circles(order: Sequence[Hashable], beaten: Mapping[Hashable, set[Hashable]]) -> tuple[tuple[Hashable, ...], ...]:
    """The groups of two or more items in which each beats another and is beaten by another of the group.

    order: all items; groups and the items in them keep it. beaten: of each item those that it beats. Each group is as
    large as it can be, and no item is in two.
    """
    reach = {item: set(beaten[item]) for item in order}
    for middle in order:
        for item in order:
            if middle in reach[item]:
                reach[item] |= reach[middle]
    groups = (
        tuple(other for other in order if other in reach[item] and item in reach[other])
        for item in order
        if item in reach[item]
    )
    return tuple(dict.fromkeys(groups))
