"""Whom users named to be reached in a needs assessment (R40): linked where it is asked who is missing."""

from cycle.models import RECORDS


def others_to_reach(stage, reader):
    """The records of people to reach in this cycle that the reader may read, with their stage; two queries at most."""
    found = []
    for model in RECORDS:
        if model.SLUG == "reach":
            found += model.objects.in_cycle(stage.cycle).visible_to(reader, stage.cycle)
    for each in found:
        each.stage.cycle = stage.cycle
    return found
