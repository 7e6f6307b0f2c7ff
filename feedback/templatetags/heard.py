"""How many said something, on pages of rooms that cannot count them themselves."""

from django import template

from ..heard import filled

register = template.Library()


@register.simple_tag
def with_heard(parts, cycle, reader):
    """The parts of a glance, with counts and objections in each summary of what people said."""
    return filled(parts, cycle, reader)
