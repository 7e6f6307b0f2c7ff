"""Meetings that ask something of this person: to say if they come, to do something, to look back (R25, R74)."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cycle.openness import Openness
from involvement.models import Action, Attendance, Session

from .row import Waiting

LOOKED_BACK_FOR = timedelta(days=60)  # so long it is asked how a meeting went


def _cycles(person, stages):
    """The ids of the open cycles in which this person takes part or has a seat."""
    cycles = {stage.cycle for stage in stages.values() if not stage.cycle.is_closed}
    return {cycle.pk for cycle in cycles if cycle.standing_of(person).is_involved}


def to_come_or_confirm(person, stages, known):
    """Meetings to which this person is asked, what of theirs is called off, and where they were: was it so? One query.

    The day stands in the address, so that a meeting which is moved is told anew.
    """
    cycles = _cycles(person, stages)
    since = timezone.localdate() - LOOKED_BACK_FOR
    for row in Attendance.objects.waiting_for(person, cycles, since) if cycles else ():
        session = row.session
        session.stage = stages[session.stage_id]
        words, url, mail, due = _to_confirm(row) if row.came and session.notes else _to_come(row)
        said = {"title": session.title, "day": session.when}
        yield _waiting(session, words % said, url, mail, due, row.participant.name)


def _to_come(row):
    session = row.session
    if session.is_called_off:
        words, mail = _("Called off: “%(title)s”, %(day)s"), _("A meeting is called off: %(stage)s, %(day)s")
        return words, f"{session.get_absolute_url()}?called-off", mail, session.held_on
    url = f"{row.address('attendance_answer')}?on={session.held_on}"
    mail = _("Say if you come to a meeting: %(stage)s, %(day)s")
    return _("Say if you come: “%(title)s”, %(day)s"), url, mail, session.held_on


def _to_confirm(row):
    mail = _("Say if what is written of a meeting is how it was: %(stage)s")
    return _("Say if it was like this: “%(title)s”"), row.session.address("minutes_word"), mail, None


def to_do_after_meetings(person, stages, known):
    """What this person is to do after meetings; one query."""
    cycles = _cycles(person, stages)
    for action in Action.objects.waiting_for(person, cycles) if cycles else ():
        session = action.session
        session.stage = stages[session.stage_id]
        words = _("Do what the meeting asked of you: “%(what)s”") % {"what": action.what}
        url = session.address("action_result", action.pk)
        yield _waiting(session, words, url, _("Something to do after a meeting: %(stage)s"), action.due_on, "")


def to_look_back_on_meetings(person, stages, known):
    """Meetings that were held, on which a side that this person looks back for has not done so; two queries."""
    since, today = timezone.localdate() - LOOKED_BACK_FOR, timezone.localdate()
    cycles = {stage.cycle for stage in stages.values() if not stage.cycle.is_closed}
    keeps = {pk for cycle in cycles for pk in cycle.standing_of(person).keeps}
    runs = {cycle.pk: cycle for cycle in cycles if cycle.standing_of(person).runs}
    for session, party in Session.objects.without_debrief(since, today, keeps, runs) if keeps or runs else ():
        session.stage = stages[session.stage_id]
        words = _("How did it go? Look back on “%(title)s”, %(day)s") % {"title": session.title, "day": session.when}
        here = [session.stage.cycle.slug, session.stage.kind_slug, session.pk, party.pk]
        mail = _("Look back on a meeting: %(stage)s")
        yield _waiting(session, words, reverse("debrief", args=here), mail, None, party.name)


def _waiting(session, words, url, mail, due, whom):
    """A Waiting; the letter says nothing of a meeting that is not open to everybody but its stage and day."""
    stage = session.stage
    day = date_format(session.held_on, "j F Y")
    in_mail = "" if session.openness == Openness.PUBLIC else mail % {"stage": stage, "day": day}
    return Waiting(words, url, stage.cycle.title, due, f"{stage}, {whom}" if whom else str(stage), in_mail)
