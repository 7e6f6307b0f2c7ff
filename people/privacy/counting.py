"""How many rows of each class are kept about one person: for a page, without reading any of them."""

from collections import Counter, defaultdict

from django.apps import apps
from django.db import models
from django.db.models import Q

from ..personal import Class
from .finding import written_names
from .registry import of_model
from .sessions import sessions_of


def counts_of(person):
    """Class -> how many rows hold something of that class about this person; about a query for each sort of row."""
    counts = Counter()
    for model in apps.get_models():
        whose = defaultdict(Q)
        for each in of_model(model):
            if each.of is not None and model._meta.managed:
                whose[each.sort] |= _says_something(each, person)
        for sort, asked in whose.items():
            counts[sort] += model._base_manager.filter(asked).count()
    counts[Class.NAMED] = sum(written_names(person).values())
    counts[Class.SIGN_IN] += len(sessions_of(person))
    return counts


def _says_something(personal, person):
    """The condition on a row that this field of it is the person's, and not empty."""
    is_theirs = Q(**{personal.of: person.pk})
    is_words = isinstance(personal.field, (models.CharField, models.TextField, models.FileField))
    return is_theirs & ~Q(**{personal.name: ""}) if is_words else is_theirs
