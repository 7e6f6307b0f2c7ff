"""The meetings of a stage, on its page."""

from django import template

from ..models import Session

register = template.Library()
SHOWN = 6


@register.inclusion_tag("involvement/sessions/of_stage.html")
def stage_sessions(stage, person):
    """The newest meetings that this reader may know of, and the way to plan one."""
    found = list(Session.objects.in_stage(stage).visible_to(person, stage.cycle)[:SHOWN])
    for session in found:
        session.stage = stage
    return {"stage": stage, "sessions": found, "may_plan": not Session.refusal_to_plan(stage, person)}
