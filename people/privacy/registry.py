"""The registry: every field of every table that is about a person, collected from what the models say of themselves.

It asks Django for the models and imports none of them, so that it stands below all of them.
"""

from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.conf import settings
from django.db import models

from ..personal import Class

# The tables of others, which cannot say it themselves: "app.Model" -> (PERSONAL, PERSONAL_OF).
OF_OTHERS = {
    "account.EmailAddress": ({"user": Class.SIGN_IN, "email": Class.SIGN_IN}, {}),
    "account.EmailConfirmation": ({"key": Class.SIGN_IN}, {"key": "email_address__user"}),
    "sessions.Session": ({"session_key": Class.SIGN_IN, "session_data": Class.SIGN_IN},
                         {"session_key": None, "session_data": None}),
}  # fmt: skip
# What can name somebody or hold words: these kinds of fields are asked for, with every reference to a person.
ASKED_FOR = (
    models.CharField, models.TextField, models.UUIDField, models.FileField, models.JSONField, models.BinaryField,
    models.GenericIPAddressField,
)  # fmt: skip


@dataclass(frozen=True)
class Personal:
    """One field about a person. of: the path from its row to the Person ("pk" from the person's own row), or None."""

    model: type
    name: str
    sort: Class
    of: str | None

    @property
    def field(self):
        return self.model._meta.get_field(self.name)

    @property
    def is_person(self):
        """Whether it refers to a person."""
        return refers_to_person(self.field)

    @property
    def label(self):
        return f"{self.model._meta.label}.{self.name}"


def refers_to_person(field):
    """Whether this field of a model refers to a person."""
    return field.is_relation and field.related_model._meta.label == settings.AUTH_USER_MODEL


def declared(model):
    """What a model and its bases declare: (PERSONAL, PERSONAL_OF), its own first."""
    if model._meta.label in OF_OTHERS:
        return OF_OTHERS[model._meta.label]
    sorts, owners = {}, {}
    for each in model.__mro__:
        sorts = sorts | {name: sort for name, sort in vars(each).get("PERSONAL", {}).items() if name not in sorts}
        owners = vars(each).get("PERSONAL_OF", {}) | owners
    return sorts, owners


@cache
def of_model(model):
    """The Personals of one model, in the order in which it declares them."""
    sorts, owners = declared(model)
    paths = {name: path for name in sorts if (path := _path_through(model._meta.get_field(name)))}
    usual = "pk" if model._meta.label == settings.AUTH_USER_MODEL else next(iter(paths.values()), None)
    return tuple(
        Personal(model, name, sort, owners[name] if name in owners else paths.get(name, usual))
        for name, sort in sorts.items()
    )


def _path_through(field):
    """The path to a person that begins with this field: it refers to one, or to something that is a person's."""
    if not field.is_relation:
        return None
    if refers_to_person(field):
        return field.name
    first = next((each.of for each in of_model(field.related_model) if each.of), None)
    return first and f"{field.name}__{first}"


@cache
def registry():
    """Every Personal of the site, model by model."""
    return tuple(each for model in apps.get_models(include_auto_created=True) for each in of_model(model))


def undeclared():
    """(model, names of fields) of what no model has declared and may well be about a person."""
    for model in apps.get_models(include_auto_created=True):
        known = {each.name for each in of_model(model)}
        fields = model._meta.local_fields + model._meta.local_many_to_many
        silent = [each.name for each in fields if each.name not in known and _is_asked_for(each)]
        if silent:
            yield model, silent


def _is_asked_for(field):
    """A reference to a person is; and so are words, unless they are one of a list of ours."""
    if field.is_relation:
        return refers_to_person(field)
    return isinstance(field, ASKED_FOR) and not field.choices
