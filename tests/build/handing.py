"""Stages that are handed over."""

from cycle.models import HandOver

from .agreements import begin
from .cycles import lead


def handover(stage, by=None, to=None, for_stage=None, **over):
    """A hand-over of this stage, begun when it was not, by default from its lead to somebody else with a seat."""
    by = by or lead(stage.cycle)
    if not stage.round_number:
        begin(stage)
    to = to or stage.cycle.seats.exclude(person=by).order_by("pk").first().person
    said = {"outputs": "A list of six needs.", "thinking": "We asked those first who are never asked."}
    return HandOver.give(by, stage, to, for_stage or stage, **said | over)
