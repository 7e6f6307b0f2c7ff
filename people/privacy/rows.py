"""The rows and fields of one person that go when the person is forgotten, by class; it knows no model by name."""

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.db.models.deletion import ProtectedError, RestrictedError

from ..personal import Class
from .registry import of_model

GOING = (Class.PRIVATE, Class.NEED, Class.LOAD, Class.EQUALITY, Class.SIGN_IN, Class.SENT)


def going_rows(person, sorts=GOING):
    """(model, rows) of what goes as a whole: its first person is this one, for whose own sake it is kept."""
    for model in apps.get_models():
        if path := own_path(model, sorts):
            rows = model._base_manager.filter(**{path: person.pk})
            if model._meta.managed and rows.exists():
                yield model, rows


def own_path(model, sorts):
    """The path to the one whose row it is, where the row as a whole is of one of these classes; else None."""
    if model._meta.label == settings.AUTH_USER_MODEL:
        return None
    first = next((each for each in of_model(model) if each.of), None)
    return first.of if first and first.sort in sorts else None


def going_fields(person, sorts=GOING):
    """(model, name, rows) of words of these classes that stand in a row which itself stays."""
    for model in apps.get_models():
        if own_path(model, GOING) or model._meta.label == settings.AUTH_USER_MODEL or not model._meta.managed:
            continue
        for each in of_model(model):
            is_words = isinstance(each.field, (models.CharField, models.TextField))
            if each.of and each.sort in sorts and is_words and not each.is_person:
                rows = model._base_manager.filter(**{each.of: person.pk}).exclude(**{each.name: ""})
                yield model, each.name, rows


def delete_all(person, sorts=GOING):
    """Delete these rows; those on which others rest are tried again after them. Returns how many went.

    Files of theirs are deleted with them, after the commit.
    """
    waiting, gone = list(going_rows(person, sorts)), 0
    while waiting:
        left = []
        for model, rows in waiting:
            try:
                with transaction.atomic():
                    gone += delete(model, rows)
            except (ProtectedError, RestrictedError):
                left.append((model, rows))
        if len(left) == len(waiting):
            break  # something of another's rests on them: they stay, under a number
        waiting = left
    return gone


def delete(model, rows):
    """Delete the rows of one model, and their files. Returns how many rows of this model went."""
    names = [each.name for each in model._meta.local_fields if isinstance(each, models.FileField)]
    files = [getattr(row, name) for row in (rows if names else ()) for name in names]
    number = rows.count()
    rows.delete()
    for each in files:
        if each.name:
            transaction.on_commit(lambda storage=each.storage, name=each.name: storage.delete(name))
    return number


def count_all(person, sorts=GOING):
    """How many rows would go."""
    return sum(rows.count() for _model, rows in going_rows(person, sorts))


def said_by(person):
    """(Personal, rows) of every field that holds what this person said, where there is something in it."""
    for model in apps.get_models():
        if not model._meta.managed:
            continue
        for each in of_model(model):
            if each.sort == Class.SAID and each.of and not each.is_person:
                rows = model._base_manager.filter(Q(**{each.of: person.pk})).exclude(**{each.name: ""})
                yield each, rows
