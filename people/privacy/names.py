"""A person's name and address in the words of others: finding them in every column of text, and a number for them."""

import json
import re
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.models import Q

from ..models import Person

# The names of bodies are not a person's, even where they sound alike; what a ledger says is emptied, never rewritten.
NOT_LOOKED_AT = {
    "people.Person", "people.Group", "people.Organisation", "people.Directorate", "cycle.Event", "sessions.Session",
    "account.EmailAddress", "contenttypes.ContentType", "auth.Permission", "auth.Group",
    "django_tasks_database.DBTaskResult",
}  # fmt: skip
PART_LEAST = 3  # letters of a part of a name that is worth a look by somebody


@dataclass(frozen=True)
class Place:
    """One field of one row in which a name stands."""

    model: type
    pk: object
    name: str

    def __str__(self):
        return f"{self.model._meta.label}.{self.name} number {self.pk}"


def pattern_of(text):
    """What finds a name or an address as a whole: in any case, or as it is written where it is a single word."""
    words = [re.escape(word) for word in text.split()]
    is_telling = len(words) > 1 or "@" in text
    return re.compile(rf"(?<!\w){r'\s+'.join(words)}(?!\w)", re.IGNORECASE if is_telling else 0)


def needles_of(person):
    """{text: pattern} of the name and the address of this person; the name only where nobody else has the same."""
    texts = [person.email] if person.email else []
    if person.name.strip() and not namesakes(person).exists():
        texts.append(person.name.strip())
    return {text: pattern_of(text) for text in texts}


def namesakes(person):
    """Other people with the very same name: in the words of others nobody can tell them apart."""
    return Person.objects.filter(name__iexact=person.name.strip(), forgotten_at=None).exclude(pk=person.pk)


def columns():
    """(model, field) of every column that can hold words."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.label in NOT_LOOKED_AT or not model._meta.managed:
            continue
        for field in model._meta.local_fields:
            is_words = isinstance(field, (models.CharField, models.TextField)) and not field.choices
            if (is_words and not isinstance(field, models.SlugField)) or isinstance(field, models.JSONField):
                yield model, field


def places_with(needles, without=None):
    """Every Place in which one of these texts stands. needles: {text: pattern}; without: such texts are passed by."""
    return [
        Place(model, pk, field.name)
        for model, field in columns()
        for pk, said in _said_in(model, field, needles)
        if _stands_in(said, needles, without or {})
    ]


def _said_in(model, field, needles):
    """(key, text) of each row that may hold one of these texts."""
    rows = model._base_manager.order_by("pk")
    if isinstance(field, models.JSONField):
        pairs = rows.values_list("pk", field.name).iterator() if needles else ()
        return [(pk, json.dumps(value, ensure_ascii=False)) for pk, value in pairs]
    asked = Q(pk__in=[])
    for text in needles:
        asked |= Q(**{f"{field.name}__icontains": max(text.split(), key=len)})
    return rows.filter(asked).values_list("pk", field.name).iterator() if needles else ()


def _stands_in(said, needles, without):
    for pattern in without.values():
        said = pattern.sub("", said)
    return any(pattern.search(said) for pattern in needles.values())


def put_in_place(places, needles, instead):
    """Write `instead` where these texts stand in these Places. Returns the number of rows that were written."""
    for place in places:
        rows, field = place.model._base_manager.filter(pk=place.pk), place.model._meta.get_field(place.name)
        value = rows.values_list(place.name, flat=True).get()
        is_json = isinstance(field, models.JSONField)
        said = json.dumps(value, ensure_ascii=False) if is_json else value
        for pattern in needles.values():
            said = pattern.sub(instead, said)
        limit = getattr(field, "max_length", None)
        rows.update(**{place.name: json.loads(said) if is_json else said[:limit]})
    return len(places)


def alike(person, needles):
    """Places where only a part of the name stands: somebody has to look whether this person is meant."""
    parts = {part for part in person.name.split() if len(part) >= PART_LEAST} - set(needles)
    if namesakes(person).exists():
        parts.add(person.name.strip())
    return places_with({part: re.compile(rf"(?<!\w){re.escape(part)}(?!\w)") for part in parts}, without=needles)
