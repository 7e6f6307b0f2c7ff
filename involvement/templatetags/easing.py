"""Who has asked for less, on pages that are about something else."""

from django import template

from ..easing import advice_for, advice_on
from ..models import Easing

register = template.Library()


@register.inclusion_tag("involvement/easing/told.html")
def own_easings(person, cycle=None):
    """That the reader is on a pause or asked for less, with the way back; of one cycle, or of all."""
    if not person.is_authenticated:
        return {"easings": []}
    found = Easing.objects.of(person).in_effect()
    return {"easings": found.touching([cycle]) if cycle else found}


@register.inclusion_tag("involvement/easing/advice.html")
def asking_advice(cycle, reader, participant=None):
    """How many of those who take part (or of one Participant) have asked for less: advice for who asks them."""
    parts = [participant] if participant else list(cycle.participants.active())
    return {"advice": advice_on(cycle, reader, parts)}


@register.inclusion_tag("involvement/easing/advice.html")
def candidates_advice(cycle, reader, found):
    """How many of the people whom one can ask to a meeting have asked for less. found: Candidates."""
    keeps = cycle.standing_of(reader).keeps
    asked = [each for each in found if not each.is_seated]
    kept = {each.pk for each in asked if keeps & {party.pk for party in each.parties}}
    people = {each.pk for each in asked}
    return {"advice": advice_for(cycle, reader, people, kept) if people else None, "is_meeting": True}
