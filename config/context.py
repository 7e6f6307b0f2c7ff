"""What every page has: for whom its reader is here; and what the pages of the demonstration have beside that."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from cycle.hats import hats_in_words

from .demo.visitors import NOTICE, visitors


def hats(request):
    """hats: for whom the reader of a page of a cycle is here, as a sentence; empty for others and elsewhere (R16)."""
    cycle = getattr(request, "cycle", None)
    if cycle is None or not request.user.is_authenticated:
        return {}
    return {"hats": SimpleLazyObject(lambda: hats_in_words(request.user, cycle))}


def demo(request):
    """demo: whether this is the demonstration; demo_notice: a sentence; demo_people: (Person, Visitor) pairs."""
    if not settings.DEMO:
        return {"demo": False}
    return {"demo": True, "demo_notice": NOTICE, "demo_people": SimpleLazyObject(visitors)}
