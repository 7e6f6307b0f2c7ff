"""What changed in a cycle, as far as answers and contributions have to do with it."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cycle.models import Event
from cycle.models.record import RECORDED, REVISED
from cycle.openness import Openness
from cycle.reading import things_of

OFFERED = 60  # so many of the last changes can be chosen as what an answer led to


def changes_to_choose(cycle, reader):
    """(number, words) of the last changes of records that everyone may read, for the one who answers; newest first."""
    events = Event.objects.filter(
        cycle=cycle, openness=Openness.PUBLIC, verb__in=[RECORDED.slug, REVISED.slug]
    ).select_related("by", "stage")
    found = list(events.order_by("-number")[:OFFERED])
    open_now = {key for key, thing in things_of(found, reader).items() if thing.openness == Openness.PUBLIC}
    return [(event.number, in_words(event)) for event in found if (event.thing_type, event.thing_id) in open_now]


def in_words(event):
    """ "Meals 2023-24 (changed on 12 May)"."""
    day = date_format(localtime(event.at), "j F")
    words = _("%(title)s (changed on %(day)s)") if event.verb == REVISED.slug else _("%(title)s (new on %(day)s)")
    return words % {"day": day, "title": event.title}


@dataclass(frozen=True)
class Since:
    """The newest change that an earlier contribution did not know of, and the reason that was given for it."""

    day: object
    title: str
    url: str
    reason: str = ""


def newest_change(stage):
    """The newest material event that concerns a stage, in a list, which is empty when nothing has changed."""
    return list(Event.objects.concerning(stage).material().select_related("by", "stage").order_by("-number")[:1])


def since(contribution, lines):
    """The Since of a contribution, or None; lines: that of the newest change in a list, as its reader may have it."""
    for line in lines:
        if line.event.number > contribution.event_number:
            title = _("something that is not open to you") if line.is_hidden else line.title
            return Since(line.at, title, line.url, line.reason)
    return None
