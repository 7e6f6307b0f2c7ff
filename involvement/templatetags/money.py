"""Sums of money in words, and the money of a group on its page."""

from django import template

from cycle.snapshot import money

from ..money import purse_of

register = template.Library()
register.filter("pounds", money)


@register.simple_tag
def reads_money(group, person):
    """Whether this person may read about the group's money."""
    return purse_of(group, person).reads
