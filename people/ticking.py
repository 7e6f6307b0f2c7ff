"""What workers do beside their jobs, every so many seconds: each by one worker at a time, and a fault ends nothing."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections

from .models import Tick

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Every:
    """Something that is due every `seconds`. may_take: after so many seconds another worker may begin it."""

    name: str
    seconds: int
    do: Callable[[], object]
    may_take: int = 600


def tick(every):
    """Do this once when it is due and nobody else does it. Whether it was done."""
    if not Tick.objects.take(every.name, every.may_take):
        return False
    went_well = False
    try:
        every.do()
        went_well = True
    except Exception:
        log.exception("tick %s did not work", every.name)
    Tick.objects.end(every.name, every.seconds, went_well)
    return True


def go_on(ticks, over, pause=1.0):
    """Tick until the event `over` is set, whatever happens to the database meanwhile."""
    while not over.wait(pause):
        for every in ticks:
            try:
                close_old_connections()
                tick(every)
            except Exception:
                log.exception("tick %s could not be taken", every.name)
    close_old_connections()
