"""How many rows of each class are kept about one person: for a page, without reading any of them."""

from collections import Counter

from django.apps import apps
from django.db.models import Q

from ..personal import Class
from .finding import written_names
from .registry import of_model
from .sessions import sessions_of


def counts_of(person):
    """Class -> how many rows hold something of that class about this person; about a query for each sort of row."""
    counts = Counter()
    for model in apps.get_models():
        paths = {}
        for each in of_model(model):
            if each.of is not None and model._meta.managed:
                paths.setdefault(each.sort, set()).add(each.of)
        for sort, found in paths.items():
            whose = Q()
            for path in found:
                whose |= Q(**{path: person.pk})
            counts[sort] += model._base_manager.filter(whose).count()
    counts[Class.NAMED] = sum(written_names(person).values())
    counts[Class.SIGN_IN] += len(sessions_of(person))
    return counts
