"""The dates of a cycle as a calendar file: when stages are decided, and by when something waits for the reader."""

from datetime import UTC

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import STATUS, Calendar, Event

from cycle.models import Stage
from cycle.models.cycle import learn_standings
from cycle.openness import Openness
from involvement.models import Agreement, Session
from people.links import absolute

from .waiting import waiting_for

MOST_MEETINGS = 200


def calendar_of(cycle, reader):
    """The bytes of an iCalendar file for this reader. What is not open to everybody keeps its words on the site."""
    made = Calendar.new(name=cycle.title, url=absolute(cycle.get_absolute_url()))
    for entry in (*_decisions(cycle), *_meetings(cycle, reader), *_waiting(cycle, reader)):
        made.add_component(entry)
    return made.to_ical()


def calendar_of_meeting(session):
    """The bytes of an iCalendar file of one meeting, with its stage and cycle at hand."""
    made = Calendar.new(name=session.stage.cycle.title, url=absolute(session.get_absolute_url()))
    made.add_component(_meeting(session))
    return made.to_ical()


def _meetings(cycle, reader):
    """The meetings of today and later that the reader may know of; called off ones take themselves out."""
    for session in Session.objects.in_cycle(cycle).visible_to(reader, cycle).from_today()[:MOST_MEETINGS]:
        session.stage.cycle = cycle
        yield _meeting(session)


def _meeting(session):
    """One meeting. Of one that is not open to everybody it says the stage, and the rest is on the site."""
    cycle, is_open = session.stage.cycle, session.openness == Openness.PUBLIC
    what = session.title if is_open else _("A meeting: %(stage)s") % {"stage": session.stage}
    starts = session.begins_at.astimezone(UTC) if session.begins_at else session.held_on
    ends = session.ends_at.astimezone(UTC) if session.ends_at else None
    return Event.new(
        uid=f"meeting-{session.pk}@in-the-round", summary=f"{what} ({cycle})", start=starts, end=ends,
        location=session.where if is_open else None, stamp=timezone.now(), sequence=session.version,
        url=absolute(session.get_absolute_url()), status=STATUS.CANCELLED if session.is_called_off else None,
    )  # fmt: skip


def _decisions(cycle):
    """A day for each stage under way whose agreement says when it is decided."""
    stages = {stage.pk: stage for stage in Stage.objects.filter(cycle=cycle)}
    for agreement in Agreement.objects.to_be_decided(stages).order_by("decides_on", "pk"):
        stage = stages[agreement.round.stage_id]
        stage.cycle = cycle
        summary = _("Decision: %(stage)s (%(cycle)s)") % {"stage": stage, "cycle": cycle}
        yield _day(f"decision-{stage.pk}", agreement.decides_on, summary, stage.get_absolute_url())


def _waiting(cycle, reader):
    """A day for each thing that waits for the reader by then; nothing for who is not signed in."""
    learn_standings(reader, [cycle])
    for row in waiting_for(reader, [cycle]):
        if row.due:
            summary = f"{row.in_mail or row.sentence} ({cycle})"
            yield _day(f"waiting-{reader.pk}-{row.url}", row.due, summary, row.url)


def _day(identity, day, summary, path):
    """One whole day. A program that gets the file again changes what it has instead of adding a second."""
    stamp = timezone.now()
    return Event.new(uid=f"{identity}@in-the-round", summary=summary, start=day, stamp=stamp, url=absolute(path))
