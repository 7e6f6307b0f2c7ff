"""Training, wishes for it, and the champion."""

from decimal import Decimal

from django.utils import timezone

from involvement.models import Champion, Training

from .cycles import lead


def training(cycle, by=None, **over):
    """A training of today for users and commissioners together."""
    said = {
        "title": "Reading a budget", "about": "What the lines of a budget mean.", "audience": "both",
        "by_whom": "Valley Advice", "held_on": timezone.localdate(), "where": "Chapel hall", "cost": Decimal(200),
    }  # fmt: skip
    return Training.offer(cycle, by or lead(cycle), **said | over)


def champion(cycle, by=None, **over):
    """The champion of user involvement."""
    said = {"name": "Dora Chief", "post": "Director of adult services", "promise": "I read every answer myself."}
    return Champion.nominate(cycle, by or lead(cycle), **said | over)
