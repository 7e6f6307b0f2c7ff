"""The latest of both about a stage's openness, in a few words, for pages of rooms that cannot count them themselves."""

from django import template

from ..congruence import now_of

register = template.Library()


@register.inclusion_tag("feedback/congruence/foot.html")
def stage_openness_foot(stage):
    """What the authority says and how people place it, with the way to the page; stage: with its cycle's authority."""
    return {"stage": stage, "now": now_of(stage)}
