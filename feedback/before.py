"""What was promised before, in earlier cycles of the same authority and sector, and is not kept yet (R78, R87)."""

from dataclasses import dataclass

from cycle.models import Cycle
from cycle.models.cycle import learn_standings

from .counting import at_most, in_words
from .models import Promise
from .promising import Shown, shown

NAMED = 5  # so many of one earlier cycle are named; its register has the rest
CYCLES = 5  # so many of the newest earlier cycles are looked at


@dataclass(frozen=True)
class Unkept:
    """What one earlier cycle promised and did not keep, as the reader may have it. count: in words."""

    cycle: Cycle
    rows: list[Shown]
    count: str
    more: bool


def promised_before(cycle, reader):
    """An Unkept for each earlier cycle that left something; only what this reader may read."""
    found = []
    for earlier in _earlier(cycle, reader):
        promises = Promise.objects.visible_to(reader, earlier).unkept()
        if number := at_most(promises):
            rows = shown(promises.for_list()[:NAMED], reader, earlier)
            found.append(Unkept(earlier, rows, in_words(number), number > NAMED))
    return found


def _earlier(cycle, reader):
    """The newest cycles of the same authority and sector that began before this one and promised something."""
    same = Cycle.objects.visible_to(reader).filter(
        authority=cycle.authority_id, sector__iexact=cycle.sector, started_at__lt=cycle.started_at
    )
    unkept = Promise.objects.unkept().values("cycle_id")
    found = list(same.filter(pk__in=unkept).select_related("authority").order_by("-started_at")[:CYCLES])
    learn_standings(reader, found)
    return found
