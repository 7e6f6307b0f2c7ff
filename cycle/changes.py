"""What changed, read from the ledger for a page: what a figure was before, and which stages rest on a change (R20)."""

from dataclasses import dataclass
from datetime import datetime

from .models import Event
from .models.record import REVISED
from .snapshot import stored_in_words


@dataclass(frozen=True)
class Earlier:
    """What a figure was, in words, and until when."""

    words: str
    until: datetime


def earlier_figures(records, standing):
    """The last earlier figure of each of these records of one model, as a dict of pk -> Earlier; one query.

    standing: the reader's; a change that was made while the record was withheld from them is left out.
    """
    if not records or not (name := records[0].FIGURE):
        return {}
    found = {}
    for event in Event.objects.of_all(records).by_verb(REVISED).order_by("number"):
        before = event.said["before"]
        if name in before and standing.may_read(event.openness):
            words = stored_in_words(type(records[0]), name, before[name])
            found[event.thing_id] = Earlier(words, event.at)
    return {pk: earlier for pk, earlier in found.items() if earlier.words}


def stages_touched_by(event):
    """The stages under way whose agreements rest on what this event has just changed, as a list."""
    if event.material and event.reach == Event.Reach.CYCLE:
        return list(event.cycle.stages.under_way())
    touched = Event.objects.same_thing_since(event).material()
    return list(event.cycle.stages.under_way().touched_in(touched))
