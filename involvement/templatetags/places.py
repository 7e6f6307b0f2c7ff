"""All the places of the reader, on the page about oneself."""

from django import template

from ..places import places_of

register = template.Library()


@register.inclusion_tag("involvement/places/of_person.html")
def places(person):
    """Everything that this person belongs to, with what they may do there and until when (R16)."""
    return {"places": places_of(person)}
