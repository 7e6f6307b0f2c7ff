"""Conversations as one reader may see them on a page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cycle.reading import read_events

from .changes import in_words
from .counting import at_most
from .models import Conversation


@dataclass(frozen=True)
class Told:
    """A conversation: under which name, what it led to, and what others say of it.

    change: words, or None; url: empty where there is none. objections: (name, Objection) pairs.
    """

    conversation: Conversation
    name: str
    change: str | None
    url: str
    objections: list
    may_dispute: bool


def told(conversations, stage, reader):
    """The Tolds of these conversations of one stage, fetched with `for_list`."""
    rows = list(conversations)
    for row in rows:
        row.stage, row.cycle = stage, stage.cycle
    events = {row.changed_event for row in rows if row.changed_event}
    lines = {line.event: line for line in read_events(list(events), reader, stage.cycle)}
    return [_told(row, lines.get(row.changed_event), reader) for row in rows]


def all_told(stage, reader):
    """The Tolds of all conversations of a stage that the reader may read, oldest first, for its report."""
    rows = Conversation.objects.in_stage(stage).visible_to(reader, stage.cycle).for_list()
    return told(rows.order_by("pk"), stage, reader)


def _told(row, line, reader):
    standing = row.cycle.standing_of(reader)
    objections = [(_who(each, row, standing), each) for each in row.objections.all()]
    own = reader is not None and any(each.by_id == reader.pk for each in row.objections.all())
    may = row.participant_id in standing.belongs_to and not own and not row.cycle.is_closed
    change, url = None, ""
    if line is not None:
        change = _("something that is not open to you") if line.is_hidden else in_words(line.event)
        url = line.url
    return Told(row, row.name_for(reader), change, url, objections, may)


def _who(objection, row, standing):
    """Who says that it was not like that: named only to those who take part."""
    if not standing.is_involved:
        return row.participant.somebody
    return _("%(name)s, %(party)s") % {"name": objection.by.name, "party": row.participant.name}


def how_many(stage, reader):
    """How many conversations of this stage the reader may read, counted as far as `at_most` counts."""
    return at_most(Conversation.objects.in_stage(stage).visible_to(reader, stage.cycle))
