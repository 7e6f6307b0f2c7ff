"""Asking for less and pausing, and being asked to a meeting."""

from datetime import time

from django.utils import timezone

from involvement.models import Attendance, Easing, Session

from .cycles import lead, users


def easing(person, sort="less", by=None, **over):
    """A wish to be asked for less, in everything and until further notice unless `over` says otherwise."""
    return Easing.ask(person, by or person, sort, **over)


def asked_to_meet(stage, person, participant=None, minutes=90, **over):
    """A meeting of today to which somebody is asked. Returns the Attendance."""
    by = lead(stage.cycle)
    said = {"title": "Tea and talk", "held_on": timezone.localdate(), "where": "At the chapel", "begins": time(14)}
    made = Session.plan(stage, by, None, **said | over | {"minutes": minutes})
    return Attendance.objects.create(
        session=made, person=person, participant=participant or users(stage.cycle), asked_by=by
    )
