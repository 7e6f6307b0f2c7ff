"""Who could sit on a panel: everybody who belongs to a participant of the cycle today."""

from people.models import Membership

from ...models.participant import Participant
from ...models.seat import Seat


def places_of(cycle):
    """(participant, person) for each, in the order of participants and names; three queries."""
    participants = list(cycle.participants.active().select_related("person"))
    places = Membership.objects.active().select_related("person").order_by("person__name", "pk")
    in_groups = _by(places.filter(group__in=[each.group_id for each in participants if each.group_id]), "group_id")
    bodies = [each.organisation_id for each in participants if each.standing not in Participant.BY_SEAT]
    in_bodies = _by(places.filter(organisation__in=[pk for pk in bodies if pk]), "organisation_id")
    seats = list(Seat.objects.active().filter(cycle=cycle).select_related("person").order_by("person__name", "pk"))
    for each in participants:
        yield from ((each, person) for person in _people(each, in_groups, in_bodies, seats))


def _by(places, name):
    found = {}
    for place in places:
        found.setdefault(getattr(place, name), {})[place.person_id] = place.person
    return found


def _people(participant, in_groups, in_bodies, seats):
    if participant.standing in Participant.BY_SEAT:
        there = {seat.person_id: seat.person for seat in seats if participant.standing in Seat.stands_for([seat.role])}
        return there.values()
    if participant.person_id:
        return [participant.person]
    if participant.group_id:
        return in_groups.get(participant.group_id, {}).values()
    return in_bodies.get(participant.organisation_id, {}).values()
