"""What changed since somebody signed: each material event as a sentence for one reader, before and now (R10, R20)."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.apps import apps
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from cycle.models import Event, Record
from cycle.models.record import RECORDED, REVISED, TOUCHED
from cycle.reading import read_events
from cycle.snapshot import label_of


@dataclass(frozen=True)
class Change:
    """One change, in words that this reader may have. changes: a dict each of label, before and now."""

    title: str
    text: str = ""
    changes: list[dict] = field(default_factory=list)
    url: str = ""
    link: str = ""


def changes_since(stage, number, person):
    """The Changes that concern this stage after the event with this number, oldest first; a fixed number of queries."""
    events = Event.objects.concerning(stage).material().after(number).select_related("by", "stage").order_by("number")
    return told(list(events), person, stage.cycle)


def told(events, person, cycle, *, behind=None, things=None):
    """These material events of one cycle as Changes for this reader.

    behind, things: what `sources_of` and `things_of` gave for these and others, when it was asked for several cycles.
    """
    events = list(events)
    if not events:
        return []
    behind = sources_of(events) if behind is None else behind
    known = [behind[event.pk] for event in events if event.pk in behind]
    sources = {line.event.pk: line for line in read_events(known, person, cycle, things)} if known else {}
    lines = read_events(events, person, cycle, things)
    return [_told(line, sources.get(behind[line.event.pk].pk) if line.event.pk in behind else line) for line in lines]


def sources_of(events):
    """For each event that only says that a stage was touched, the event of the record which says how, by its id.

    One query for events of any number of cycles.
    """
    touched = [event for event in events if event.verb == TOUCHED.slug]
    if not touched:
        return {}
    said = Event.objects.filter(
        cycle__in={event.cycle_id for event in touched}, verb__in=[RECORDED.slug, REVISED.slug],
        thing_type__in={event.thing_type for event in touched}, thing_id__in={event.thing_id for event in touched},
        number__lt=max(event.number for event in touched),
    )  # fmt: skip
    by_thing = defaultdict(list)
    for each in said.select_related("by", "stage").order_by("number"):
        by_thing[each.thing_type, each.thing_id].append(each)
    earlier = {
        event.pk: [each for each in by_thing[event.thing_type, event.thing_id] if each.number < event.number]
        for event in touched
    }
    return {pk: found[-1] for pk, found in earlier.items() if found}


def _told(line, source):
    day = formats.date_format(timezone.localtime(line.at), "j F Y")
    if line.is_hidden or source is None or source.is_hidden:
        noun = apps.get_model(line.event.thing_type)._meta.verbose_name
        return Change(
            _("On %(day)s something changed that is not open to you") % {"day": day},
            _("What changed is a %(noun)s. Ask the officers why it is not shown to you.") % {"noun": noun},
        )
    said = {"day": day, "who": source.who, "what": source.words, "title": source.title}
    title = _("On %(day)s %(who)s %(what)s “%(title)s”") % said
    reason = _("Reason given: %(why)s") % {"why": line.reason} if line.reason else ""
    link = _("Read more about “%(title)s”") % {"title": source.title}
    if source.event.said["before"]:
        pairs = [{"label": label, "before": before, "now": now} for label, before, now in source.changes]
        return Change(title, reason, pairs, source.url, link)
    return Change(title, "\n".join(filter(None, [reason, *_news(source)])), [], source.url, link)


def _news(line):
    """What a new thing says, a line for each field in the order of its form; title and openness are told elsewhere."""
    model = apps.get_model(line.event.thing_type)
    said = {label: now for label, _before, now in line.changes}
    if issubclass(model, Record):
        names = [name for name in model.form_fields() if name not in ("title", *model.OPENNESS_FIELDS)]
        said = {label: said[label] for label in (label_of(model, name) for name in names) if label in said}
    return [f"{label}: {now}" for label, now in said.items()]
