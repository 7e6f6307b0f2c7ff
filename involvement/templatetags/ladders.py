"""What others call our levels of influence, wherever a template shows the levels."""

from django import template

from ..ladders import LADDERS, NOTED_ON, in_rows

register = template.Library()


@register.inclusion_tag("involvement/parts/ladders.html")
def ladders():
    """The table of the levels beside the ladders of others, folded away."""
    return {"ladders": LADDERS, "rows": in_rows(), "noted_on": NOTED_ON}
