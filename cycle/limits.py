"""Which records no longer fit the money, since when and why: worked out from amounts and the ledger (R20, R43)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from .models.event import Event
from .models.record import RECORDED, REVISED
from .snapshot import stored_in_words, value_in_words


@dataclass(frozen=True)
class Misfit:
    """One amount that is not within its limit, for one reader.

    words: the two amounts as they are now. line, url: the record that sets the limit. since: the moment from which it
    has not fitted, None where that is not open to the reader; story, reason: what brought it about then.
    """

    words: str
    line: str
    url: str
    since: datetime | None = None
    story: str = ""
    reason: str = ""


def misfits_of(records, person, cycle):
    """The Misfits of each of these records of one model, as a dict of pk -> list; two queries for each of its limits.

    A limit that the reader may not read tells them nothing: neither its amount nor that there is a misfit.
    """
    found = defaultdict(list)
    for limit in records[0].LIMITED_BY if records else ():
        model, column = type(records[0]), records[0]._meta.get_field(limit.line)
        wanted = {getattr(each, column.attname) for each in records} - {None}
        lines = column.related_model.objects.in_cycle(cycle).visible_to(person, cycle).in_bulk(wanted)
        pairs = [(each, lines[pk]) for each in records if (pk := getattr(each, column.attname)) in lines]
        unfit = [pair for pair in pairs if not limit.fits(getattr(pair[0], limit.field), _amount(pair[1]))]
        events = _events(model, column.related_model, unfit)
        for record, line in unfit:
            line.stage.cycle = cycle
            cause = _cause(limit, record, line, events)
            found[record.pk].append(_told(limit, record, line, cause, cycle.standing_of(person)))
    return found


def unfit_in(models, cycle):
    """All records of these models in the cycle that do not fit, as a list of (record, sentence); a query each limit.

    For those who run the cycle: nothing is left out.
    """
    return [
        (record, _sentence(limit, record, getattr(record, limit.line)))
        for model in models
        for limit in model.LIMITED_BY
        for record in model.objects.in_cycle(cycle).select_related(limit.line).exclude(**{limit.line: None})
        if not limit.fits(getattr(record, limit.field), _amount(getattr(record, limit.line)))
    ]


def _amount(line):
    return getattr(line, line.FIGURE)


def _sentence(limit, record, line):
    return limit.sentence(
        _in_words(record, limit.field, getattr(record, limit.field)), _in_words(line, line.FIGURE, _amount(line))
    )


def _in_words(record, name, value):
    return value_in_words(record._meta.get_field(name), value)


def _events(model, line_model, pairs):
    """The events that set or changed any of these (record, line) pairs, by (type, id), oldest first."""
    one = Q(thing_type=model._meta.label_lower, thing_id__in=[record.pk for record, _line in pairs])
    other = Q(thing_type=line_model._meta.label_lower, thing_id__in=[line.pk for _record, line in pairs])
    found = defaultdict(list)
    for event in Event.objects.filter(one | other, verb__in=[RECORDED.slug, REVISED.slug]).order_by("number"):
        found[event.thing_type, event.thing_id].append(event)
    return found


def _cause(limit, record, line, events):
    """The event with which the amount went out of the limit and has stayed out; None when the ledger does not tell."""
    own, others = (events[each._meta.label_lower, each.pk] for each in (record, line))
    was, cause = {}, None
    for event in sorted([*own, *others], key=lambda event: event.number):
        names = (line.FIGURE,) if event in others else (limit.field, limit.line)
        after = event.said["after"]
        was |= {(event.thing_id, event.thing_type, name): after[name] for name in names if name in after}
        cause = None if _fitted(limit, record, line, was) else cause or event
    return cause


def _fitted(limit, record, line, was):
    """Whether it fitted when these were the plain values in the ledger."""
    mine, theirs = (record.pk, record._meta.label_lower), (line.pk, line._meta.label_lower)
    if was.get((*mine, limit.line)) != line.pk:
        return True
    to_amount = record._meta.get_field(limit.field).to_python
    return limit.fits(to_amount(was.get((*mine, limit.field))), to_amount(was.get((*theirs, line.FIGURE))))


def _told(limit, record, line, cause, standing):
    words = _sentence(limit, record, line)
    told = {"words": words, "line": str(line), "url": line.get_absolute_url()}
    if cause is None or not standing.may_read(cause.openness):
        return Misfit(**told)
    return Misfit(**told, since=cause.at, story=_story(cause, line), reason=cause.reason)


def _story(cause, line):
    """What became of the limit, when it was the limit that moved."""
    if cause.thing_type != line._meta.label_lower:
        return ""
    before, after = (stored_in_words(type(line), line.FIGURE, said.get(line.FIGURE)) for said in
                     (cause.said["before"], cause.said["after"]))  # fmt: skip
    if before:
        return _("“%(line)s” went from %(before)s to %(after)s.") % {"line": line, "before": before, "after": after}
    return _("“%(line)s” was not known before. It is %(after)s.") % {"line": line, "after": after}
