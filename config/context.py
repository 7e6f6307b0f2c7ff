"""What every page of the demonstration has; other sites get nothing from here."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from .demo.visitors import NOTICE, visitors


def demo(request):
    """demo: whether this is the demonstration; demo_notice: a sentence; demo_people: (Person, Visitor) pairs."""
    if not settings.DEMO:
        return {"demo": False}
    return {"demo": True, "demo_notice": NOTICE, "demo_people": SimpleLazyObject(visitors)}
