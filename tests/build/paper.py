"""Paper forms and meetings."""

from django.utils import timezone

from feedback.models import Batch
from involvement.models import Session

from .cycles import lead, users


def batch(stage, by=None, participant=None, number=2, person=None):
    """A batch of paper forms, by default for the first users' group, made by the lead."""
    return Batch.make(stage, by or lead(stage.cycle), participant or users(stage.cycle), number, person)


def session(stage, by=None, participant=None, **over):
    """A meeting of today, by default of everybody, planned by the lead."""
    said = {"title": "Lunch in the hall", "held_on": timezone.localdate(), "where": "Chapel hall, 2pm"}
    return Session.plan(stage, by or lead(stage.cycle), participant, **said | over)
