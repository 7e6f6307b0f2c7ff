"""Cycles, and who takes part in them."""

from itertools import count

from cycle.models import Cycle, Participant, Seat
from cycle.start import start_cycle
from people.models import Organisation

from .people import authority, commissioner, group, member, person

numbers = count(1)


def cycle(by=None, council=None, published=True, **over):
    """A cycle, started by a commissioner; without one, a new commissioner of a new council starts it."""
    if by is None:
        by, council = person(f"Lead {next(numbers)}"), council or authority(f"Council {next(numbers)}")
        commissioner(by, council)
    council = council or Organisation.objects.filter(memberships__person=by).first()
    said = {
        "title": "Community meals",
        "summary": "Meals brought to people at home.",
        "sector": "Adult social care",
        "for_whom": "People who cannot cook for themselves",
        "horizon": "2023 to 2026",
    }
    made = start_cycle(by, council, **said | over)
    if published:
        made.publish(by)
    return made


def afresh(cycle):
    """The same cycle, loaded again: it has forgotten who may do what."""
    return Cycle.objects.get(pk=cycle.pk)


def lead(cycle):
    """The person in the lead's seat."""
    return cycle.seats.get(role=Seat.Role.LEAD).person


def admit(cycle, group, standing="users"):
    """Bring a group in, by the lead."""
    return cycle.admit(lead(cycle), standing, group=group)


def participant(cycle, standing):
    """The first participant of the cycle in this standing."""
    return cycle.participants.filter(standing=standing).order_by("pk").first()


def users(cycle):
    """The first users' group that takes part; a new one with one representative when there is none."""
    if there := participant(cycle, Participant.Standing.USERS):
        return there
    made = group(f"Group {next(numbers)}")
    member(person(f"Speaker {next(numbers)}"), made, "representative")
    return admit(cycle, made)


def commissioners(cycle):
    return participant(cycle, Participant.Standing.COMMISSIONERS)
