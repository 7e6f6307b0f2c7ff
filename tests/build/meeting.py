"""Who is asked to a meeting, and who comes."""

from involvement import asking
from involvement.models import Attendance

from .cycles import lead


def asked(session, *people, by=None):
    """Ask these people to a meeting, by default by the lead. Returns their Attendances in this order."""
    asking.ask(session, by or lead(session.stage.cycle), people=[person.pk for person in people])
    rows = {row.person_id: row for row in Attendance.objects.of(session)}
    for row in rows.values():
        row.session = session
    return [rows[person.pk] for person in people]


def comes(session, person, by=None, comes=True, words=""):
    """Ask somebody and let them answer. Returns the Attendance."""
    (row,) = asked(session, person, by=by)
    row.reply(person, comes=comes, words=words)
    return row
