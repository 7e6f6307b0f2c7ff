"""The letters about one meeting: that it is called off, that it is on another day, that it is near (R25).

A letter can be read by whoever stands beside: of a meeting that is not open to everybody it says the stage and the day.
"""

from django.utils.translation import gettext as _

from cycle.openness import Openness
from people import outbox
from people.links import absolute
from people.models import Person

CALLED_OFF, MOVED, NEAR = "called-off", "moved", "near"


def tell(session, attendances, what):
    """Put out a letter about this meeting to each of these people who hears at once. Returns how many.

    attendances: a queryset. what: CALLED_OFF, MOVED or NEAR. Whoever chose no letters gets none; whoever chose one a
    day reads that it is called off or moved in that one.
    """
    rows = attendances.filter(person__email__isnull=False).exclude(person__post=Person.Post.NEVER)
    if what != NEAR:
        rows = rows.filter(person__post=Person.Post.AT_ONCE)
    return sum(_put(session, row, what) for row in rows.select_related("person", "participant").order_by("pk"))


def _put(session, row, what):
    row.session = session
    context = {
        "session": session,
        "cycle": session.stage.cycle,
        "stage": session.stage,
        "what": what,
        "is_open": session.openness == Openness.PUBLIC,
        "has_answered": row.answer == row.Answer.COMES,
        "url": absolute(session.get_absolute_url()),
        "answer_url": absolute(row.address("attendance_answer")),
    }
    key = f"meeting-{what}:{row.pk}:{session.held_on}:{session.begins or ''}"
    mail = outbox.put(row.person, key, _subject(what), "involvement/email/meeting.txt", context, may_be_stopped=True)
    return mail is not None


def _subject(what):
    return {
        CALLED_OFF: _("A meeting is called off"),
        MOVED: _("A meeting is on another day or at another time"),
        NEAR: _("A meeting is near"),
    }[what]
