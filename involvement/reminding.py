"""Reminding people of a meeting some days before, by e-mail; who has none reads it in the letter of the morning."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from .models import Session
from .models.meeting_post import NEAR, tell

DAYS_BEFORE = 2
AT_MOST = 50  # so many meetings in one go


def remind():
    """Put out the letters about the meetings that are near; each goes once. Returns how many there were."""
    until = timezone.localdate() + timedelta(days=DAYS_BEFORE)
    return sum(_remind(session) for session in Session.objects.coming().near(until)[:AT_MOST])


@transaction.atomic
def _remind(session):
    rows = session.attendances.expected().filter(reminded_of=None)
    told = tell(session, rows, NEAR)
    rows.update(reminded_of=session.held_on)
    return told
