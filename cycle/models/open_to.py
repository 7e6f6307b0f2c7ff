"""Who may read what has an openness, as a condition for any table of a cycle: a Standing as SQL (promise 5)."""

from django.db.models import Q

from ..openness import Openness
from .cycle import seated, taking_part


def open_to(person, path, cycle=None):
    """The condition that a row is open to this person: by its openness, in cycles that they may know of.

    path: from the row to its cycle. cycle: when only one is asked about, that Cycle; then what it knows of the person
    makes the query a plain one.
    """
    if cycle is not None:
        levels = cycle.standing_of(person).reads if cycle.is_known_to(person) else ()
        return Q(**{path: cycle, "openness__in": levels})
    public = Q(**{"openness": Openness.PUBLIC, f"{path}__published_at__isnull": False})
    if person is None or not person.is_authenticated:
        return public
    with_a_seat = Q(**{f"{path}__in": seated(person)})
    shared = Q(**{"openness__in": [Openness.PUBLIC, Openness.INVOLVED], f"{path}__in": taking_part(person)})
    return public | with_a_seat | shared
