"""For whom somebody may speak in a cycle."""

from .models import Participant


def own_voices(cycle, person):
    """The participants of the cycle that this person belongs to today."""
    return Participant.objects.active().filter(cycle=cycle, pk__in=cycle.standing_of(person).belongs_to)
