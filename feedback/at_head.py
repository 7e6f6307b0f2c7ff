"""What follows from a cycle's ledger, worked out once for each head of it and kept in the cache: never an old value."""

from django.core.cache import cache

KEPT_SECONDS = 24 * 60 * 60


def at_head(cycle, name, work_out):
    """What work_out() gives (never None), as it was found at this head of the cycle's ledger.

    name: what it is and, where it is not the same for every reader, for whom.
    """
    key = f"{name}:{cycle.pk}:{cycle.ledger_head}"
    found = cache.get(key)
    if found is None:
        found = work_out()
        cache.set(key, found, KEPT_SECONDS)
    return found
