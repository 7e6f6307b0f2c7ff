"""Reading the ledger and the records as one particular person may read them."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.urls import reverse
from django.utils.translation import gettext as _

from .labels import LABELS, NOT_TOLD
from .models.event import Event
from .models.record import Record
from .models.seat import Seat
from .openness import Openness
from .snapshot import label_of, stored_in_words


@dataclass(frozen=True)
class Line:
    """One event, as its reader may have it. changes: (label, before, after) triples, all words."""

    event: Event
    who: str
    words: str
    title: str
    url: str = ""
    reason: str = ""
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    is_hidden: bool = False

    @property
    def at(self):
        return self.event.at

    @property
    def is_material(self):
        return self.event.material


def read_events(events, person, cycle, things=None):
    """The Lines of these events of one cycle for this reader; as many queries as there are sorts of things, no more.

    events: a list of Event with `by` and `stage` fetched. things: what `things_of` gave for these and others, when
    it was asked for several cycles at once. An event about what the reader may not see keeps its place and its day, and
    says nothing else.
    """
    standing = cycle.standing_of(person)
    things = things_of(events, person, cycle) if things is None else things
    officers = (
        set() if standing.is_involved else set(Seat.objects.filter(cycle=cycle).values_list("person_id", flat=True))
    )
    return [_line(event, standing, things, officers, cycle) for event in events]


def things_of(events, person, cycle=None):
    """The things of these events that the person may see, and the records that these name, as a dict by (type, id).

    cycle: the Cycle that they are all of, when there is only one.
    """
    ids = defaultdict(set)
    for event in events:
        ids[event.thing_type].add(event.thing_id)
        for label, pk in _named_in(event):
            ids[label].add(pk)
    found = {}
    for label, wanted in ids.items():
        model = apps.get_model(label)
        rows = model._default_manager.filter(pk__in=wanted)
        if hasattr(rows, "visible_to"):
            rows = rows.visible_to(person, cycle)
        found |= {(label, row.pk): row for row in rows}
    return found


def _named_in(event):
    """The (type, id) of the records that an event says were named before and after; a challenge tells no fields."""
    if not hasattr(event, "said"):
        return
    model = apps.get_model(event.thing_type)
    for name in _references(model):
        label = model._meta.get_field(name).related_model._meta.label_lower
        for said in (event.said["before"], event.said["after"]):
            yield from ((label, pk) for pk in _keys(said.get(name)))


def _references(model):
    return model.references() if issubclass(model, Record) else ()


def _keys(value):
    """The keys that the ledger has for a field that names one record, several or none."""
    return [] if value is None else value if isinstance(value, list) else [value]


def only_one(cycles):
    """The Cycle when there is just one, for which `things_of` asks plainer questions; else None."""
    return cycles[0] if len(cycles) == 1 else None


def _line(event, standing, things, officers, cycle):
    model = apps.get_model(event.thing_type)
    thing = things.get((event.thing_type, event.thing_id))
    who = _who(event, standing, officers)
    if thing is None or not standing.may_read(event.openness):
        title = hidden_in_words(model)
        return Line(event, who, event.words, title, is_hidden=True)
    return Line(
        event, who, event.words, event.title or str(model._meta.verbose_name), _url(thing, event, cycle), event.reason,
        changes_of(event, model, things),
    )  # fmt: skip


def _who(event, standing, officers):
    """The name under which this reader sees who did it: members are named only to those who take part."""
    if event.by and (standing.is_involved or event.by_id in officers):
        name = event.by.name
        return _("%(name)s, for %(party)s") % {"name": name, "party": event.acting_for} if event.acting_for else name
    return _("Somebody from %(party)s") % {"party": event.acting_for} if event.acting_for else _("Somebody")


def _url(thing, event, cycle):
    """The address of the thing, without asking the database again for its stage and cycle."""
    if hasattr(thing, "stage_id") and event.stage and event.stage_id == thing.stage_id:
        event.stage.cycle = cycle
        thing.stage = event.stage
        if hasattr(thing, "cycle_id"):
            thing.cycle = cycle
        return thing.get_absolute_url()
    if event.stage:
        event.stage.cycle = cycle
        return event.stage.get_absolute_url()
    return ""


def changes_of(event, model, things):
    """What the event changed, as (label, before, after) in words, in the order in which the model names its fields.

    things: what the reader may see, as `things_of` gives it.
    """
    before, after, references = event.said["before"], event.said["after"], _references(model)
    order = [field.name for field in model._meta.get_fields()]
    triples = []
    for name, value in sorted(after.items(), key=lambda pair: order.index(pair[0]) if pair[0] in order else -1):
        if name in NOT_TOLD:
            continue
        if name in references:
            column = model._meta.get_field(name)
            words = tuple(_named(column, said.get(name), things) for said in (before, after))
            triples.append((label_of(model, name), *words))
            continue
        try:
            words = (stored_in_words(model, name, before.get(name)), stored_in_words(model, name, value))
            label = label_of(model, name)
        except FieldDoesNotExist:
            words, label = (str(before.get(name) or ""), str(value or "")), str(LABELS.get(name, name))
        triples.append((label, *words))
    return [triple for triple in triples if triple[1] != triple[2]]


def _named(column, value, things):
    """The records that another one names, as the reader may have them; empty for none."""
    label, hidden = column.related_model._meta.label_lower, hidden_in_words(column.related_model)
    return ", ".join(str(things.get((label, pk)) or hidden) for pk in _keys(value))


def hidden_in_words(model):
    """What stands in the place of the name of something that the reader may not see."""
    return _("one %(noun)s that is not open to you") % {"noun": model._meta.verbose_name}


@dataclass(frozen=True)
class Named:
    """What one field of a record names, as its reader may have it. rows: (words, address or empty) pairs."""

    label: str
    rows: list[tuple[str, str]]

    @property
    def words(self):
        """All of them on one line."""
        return ", ".join(words for words, _url in self.rows)


def references_of(records, person, cycle):
    """What these records of one model name, for this reader: dict of pk -> list of Named, without empty ones.

    One query for each field that names a record, and one more where it names several.
    """
    told = defaultdict(list)
    for pk, label, model, row in named_by(records, person, cycle):
        told[pk, label].append((str(row), row.get_absolute_url()) if row else (hidden_in_words(model), ""))
    found = defaultdict(list)
    for (pk, label), rows in told.items():
        found[pk].append(Named(label, rows))
    return found


def named_by(records, person, cycle):
    """What these records of one model name: (pk, label of the field, model, row or None where it is not open) tuples.

    In the order of the fields; as many queries as `references_of`.
    """
    for name in type(records[0]).references() if records else ():
        column = records[0]._meta.get_field(name)
        pairs = _pairs(column, records)
        wanted = {other for _pk, other in pairs}
        rows = column.related_model.objects.in_cycle(cycle).visible_to(person, cycle).in_bulk(wanted) if wanted else {}
        for row in rows.values():
            row.stage.cycle = cycle
        for pk, other in pairs:
            yield pk, label_of(type(records[0]), name), column.related_model, rows.get(other)


def _pairs(column, records):
    """(key of a record, key of one that it names) for all of these, in the order of what is named."""
    if not column.many_to_many:
        return [(each.pk, key) for each in records if (key := getattr(each, column.attname))]
    through, own, other = column.remote_field.through, column.m2m_column_name(), column.m2m_reverse_name()
    rows = through.objects.filter(**{f"{own}__in": [each.pk for each in records]})
    return list(rows.order_by(own, other).values_list(own, other))


@dataclass(frozen=True)
class Stub:
    """What stands in the place of a record that is not open to its reader: its reason, never its content (R14, R41).

    challenge_url: where this reader can say that it ought to be shown, empty when they cannot. line_url: the page of
    everything that is kept back in the cycle.
    """

    noun: str
    openness: str
    because: str
    by: str = ""
    review_on: object = None
    challenge_url: str = ""
    line_url: str = ""
    is_stub = True

    @property
    def is_withheld(self):
        return self.openness == Openness.WITHHELD


def readable(records, person, cycle):
    """The records, each as itself when this person may read it and as a Stub when not; asks nothing of the database."""
    standing = cycle.standing_of(person)
    return [
        record if standing.may_read(record.openness) else stub_of(record, cycle, challenge_url(record, person, cycle))
        for record in records
    ]


def stub_of(record, cycle, challenge_url="", by=""):
    """The Stub of a record: its reason, the officer and the review date, and nothing of what it says.

    by: who keeps back a part of what everybody reads; who withholds a whole record stands in it.
    """
    noun, line_url = str(record._meta.verbose_name), reverse("information_line", args=[cycle.slug])
    if not record.is_kept_back:
        return Stub(noun, record.openness, _("It is shared with those who take part in this cycle."), line_url=line_url)
    by = record.withheld_by.name if record.withheld_by else by
    why, day = record.kept_back_because, record.review_on
    return Stub(noun, record.openness, why, by, day, challenge_url, line_url)


def challenge_url(record, person, cycle):
    """Where this person can say why a record ought to be shown; empty when nothing is kept back, or they cannot."""
    standing = cycle.standing_of(person)
    if not record.is_kept_back or cycle.is_closed or standing.runs or not standing.belongs_to:
        return ""
    return reverse("challenge_new", args=[cycle.slug, record.stage.kind_slug, record.SLUG, record.pk])
