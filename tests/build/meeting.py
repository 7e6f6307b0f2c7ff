"""Who is asked to a meeting, and who comes."""

from django.utils import timezone

from involvement import asking
from involvement.models import Action, AgendaItem, Attendance, Debrief, Paper, Taken, Talk

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


def debrief(session, side, by, **said):
    """One side looks back on a meeting, for all who take part."""
    words = {"went_well": "All spoke.", "went_badly": "", "otherwise": "", "is_shared": True}
    return Debrief.write(session, side, by, 0, **words | said)


def agenda_item(session, by=None, **over):
    """Something to talk about."""
    return AgendaItem.add(session, by or session.keeper, **{"title": "The menu", "number": 1} | over)


def meeting_paper(session, by=None, **over):
    """A paper in plain words."""
    return Paper.add(session, by or session.keeper, **{"title": "Two menus", "words": "Soup, or stew."} | over)


def taken(session, by=None, **over):
    """Something that a meeting decided, and that was its to decide."""
    return Taken.add(session, by or session.keeper, **{"what": "Soup it is.", "was_theirs": True} | over)


def action(session, owner, by=None, **over):
    """What the person of this Attendance is to do by today."""
    said = {"what": "Ask the cook.", "owner": owner, "due_on": timezone.localdate()}
    return Action.add(session, by or session.keeper, **said | over)


def officers_talk(stage, by=None, **over):
    """A talk of officers without users, declared by the lead."""
    said = {
        "topic": "Who pays for the vans", "held_on": timezone.localdate(), "who": "Two officers",
        "outcome": "The council pays.", "why_without": "We had to agree on it first.", "openness": "public",
    }  # fmt: skip
    return Talk.declare(stage, by or lead(stage.cycle), **said | over)
