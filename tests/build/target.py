"""Whom a stage wants to hear."""

from involvement.models import Target

from .cycles import lead

WANTED = {"sort": "never", "name": "People who stopped getting meals", "how_many": 6, "why": "They know what is wrong."}


def target(stage, by=None, proposed_by=None, parties=(), **over):
    """Some people whom the stage wants to hear, put forward by the authority unless it is said otherwise."""
    return Target.want(stage, by or lead(stage.cycle), proposed_by=proposed_by, parties=parties, **WANTED | over)
