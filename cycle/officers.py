"""Who runs a cycle today, and who has a seat in it, as people."""

from people.models import Person

from .models.seat import Seat


def officers_of(cycle):
    """The people who run this cycle today, as a queryset of Person."""
    return _in(Seat.objects.active().filter(cycle=cycle, role__in=Seat.RUNNERS))


def seated_in(cycle):
    """The people who have any seat in this cycle today, as a queryset of Person."""
    return _in(Seat.objects.active().filter(cycle=cycle))


def is_officer(person, cycle):
    """Whether this person (or None) runs the cycle today."""
    return person is not None and cycle.standing_of(person).runs


def _in(seats):
    return Person.objects.filter(pk__in=seats.values("person_id")).order_by("name", "pk")
