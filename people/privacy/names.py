"""A person's name and address in the words of others: finding them in every column of text, and a number for them."""

import json
import re
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.models import Q, TextField
from django.db.models.functions import Cast

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
    found = []
    for model, field in columns():
        asked = Q()
        for text in needles:
            asked |= Q(words_in_it__icontains=max(text.split(), key=len))
        if not asked:
            continue
        rows = model._base_manager.annotate(words_in_it=Cast(field.name, TextField())).filter(asked)
        for pk, said in rows.values_list("pk", "words_in_it").order_by("pk").iterator():
            for pattern in (without or {}).values():
                said = pattern.sub("", said)
            if any(pattern.search(said) for pattern in needles.values()):
                found.append(Place(model, pk, field.name))
    return found


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
