"""Somebody who took part for a while and then asked to be forgotten: a number stands in the place of the name."""

from feedback.privacy.forgetting import forget
from people.models import Group

from .people import GROUPS


def play(case):
    """A member comes, and asks to be forgotten."""
    carers = Group.objects.get(name=GROUPS["carers"][0])
    place = carers.add_member(case.people.colin, name="Eirlys Example-Past", email="eirlys@example.org")
    forget(place.person, with_words=False)
