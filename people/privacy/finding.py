"""Finding what is kept about one person, row by row, from what the registry says; it knows no model by name."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.apps import apps
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.encoding import force_str
from django.utils.formats import date_format
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

from ..personal import Class
from .registry import of_model, refers_to_person, registry
from .sessions import sessions_of

WORDS = (models.CharField, models.TextField)
ABOUT_WORK = (Class.PART, Class.NAMED)


@dataclass
class Fact:
    """One field of a row: its label, its value in words, its value as a machine reads it."""

    name: str
    label: str
    words: str
    value: object


@dataclass
class Kept:
    """One row in which something is kept about a person. files: (name in the file of all, FieldFile) pairs."""

    model: type
    pk: object
    title: str
    facts: list[Fact] = field(default_factory=list)
    files: list[tuple[str, FieldFile]] = field(default_factory=list)


def personals_of(person):
    """(model, row, Personals of that row which are this person's) for every row that has some."""
    for model in apps.get_models():
        by_path = defaultdict(list)
        for each in of_model(model):
            if each.of is not None and model._meta.managed:  # an index only repeats what stands elsewhere
                by_path[each.of].append(each)
        found = {}
        for path, personals in by_path.items():
            for row in model._base_manager.filter(**{path: person.pk}).order_by("pk").iterator(chunk_size=500):
                found.setdefault(row.pk, (row, []))[1].extend(personals)
        for row, personals in found.values():
            yield model, row, personals


def kept_about(person):
    """Every Kept of this person, sort by sort: nothing that a row says of other people."""
    readable = {}
    for model, row, personals in personals_of(person):
        if model not in readable:
            readable[model] = _readable(model, person)
        may_name = (readable[model] is None or row.pk in readable[model]) and _is_first(model, personals)
        noun = force_str(model._meta.verbose_name)
        title = str(row) if may_name else _("%(noun)s, number %(number)s") % {"noun": noun, "number": row.pk}
        kept = Kept(model, row.pk, title)
        for each in personals:
            _tell(kept, row, each)
        if _is_about_them(personals):
            kept.facts += _rest_of(row)
        yield kept
    for session in sessions_of(person):
        ends = _moment(session.expire_date)
        fact = Fact("session_data", _("You are signed in until"), ends, session.expire_date.isoformat())
        yield Kept(type(session), "", _("That you are signed in"), [fact])


def _readable(model, person):
    """The keys of the rows of a sort that has readers of its own, as far as this person is one; None for others."""
    rows = model._default_manager.all()
    return set(rows.visible_to(person).values_list("pk", flat=True)) if hasattr(rows, "visible_to") else None


def _is_first(model, personals):
    """Whether the row is this person's first of all, so that what it is called says nothing of another one."""
    people = [each for each in of_model(model) if each.is_person]
    return not people or people[0] in personals


def _is_about_them(personals):
    """Whether the row is about this person or holds their words, and is more than a thing that they worked on."""
    return any(each.sort not in ABOUT_WORK for each in personals)


def _tell(kept, row, personal):
    """Add what one field of the row holds of the person."""
    column, label = personal.field, _capital(personal.field.verbose_name)
    if personal.is_person:
        kept.facts.append(Fact(personal.name, label, _("you"), "you"))
        return
    value = getattr(row, personal.name)
    if hasattr(row, "own_words"):
        value = row.own_words(personal.name)
    if value in ("", None, {}, []) or (isinstance(value, FieldFile) and not value.name):
        return
    if personal.sort == Class.SIGN_IN:
        kept.facts.append(Fact(personal.name, label, _("It is kept, and not shown: it lets somebody in."), None))
    elif isinstance(value, FieldFile):
        name = f"files/{kept.model._meta.model_name}-{row.pk}.{value.name.rpartition('.')[2]}"
        kept.files.append((name, value))
        kept.facts.append(Fact(personal.name, label, name, name))
    else:
        kept.facts.append(Fact(personal.name, label, in_words(row, column, value), plain(value)))


def _rest_of(row):
    """The days, numbers, choices and ticks of a row that is about the person: what no class is declared for."""
    declared = {each.name for each in of_model(type(row))}
    for column in row._meta.concrete_fields:
        is_plain = not column.is_relation and not column.primary_key and column.name not in declared
        is_said = bool(column.choices) or not isinstance(column, (*WORDS, models.UUIDField, models.JSONField))
        value = getattr(row, column.attname) if is_plain and is_said else None
        if value not in ("", None) and not isinstance(column, models.BinaryField):
            yield Fact(column.name, _capital(column.verbose_name), in_words(row, column, value), plain(value))


def in_words(row, column, value):
    """A value as people read it."""
    if column.choices:
        return force_str(getattr(row, f"get_{column.name}_display")())
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if hasattr(value, "hour"):
        return _moment(value)
    return date_format(value, "j F Y") if hasattr(value, "year") else force_str(value)


def plain(value):
    """A value as JSON has it."""
    if isinstance(value, (bool, int, float, str, list, dict)) or value is None:
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _moment(value):
    return date_format(localtime(value) if is_aware(value) else value, "j F Y, H:i")


def _capital(words):
    text = force_str(words)
    return text[:1].upper() + text[1:]


def written_names(person):
    """How often this person's whole name stands in each field of names or words that others wrote: {label: number}."""
    if person.is_forgotten or not person.name.strip():
        return {}
    found = {}
    for each in registry():
        if each.sort == Class.NAMED and isinstance(each.field, WORDS) and not refers_to_person(each.field):
            number = each.model._base_manager.filter(**{f"{each.name}__icontains": person.name}).count()
            found[each.label] = number
    return found
