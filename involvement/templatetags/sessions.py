"""The meetings of a stage on its page, and the parts of a meeting's own page."""

from django import template

from ..attending import attending
from ..fitting import advice_on, missing_of
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


@register.inclusion_tag("involvement/sessions/plan.html")
def meeting_plan(session, person):
    """What a meeting is for, when and how people meet; for who keeps it, what the plan lacks and what fits better."""
    may_write = not session.refusal_to_write(person)
    return {
        "session": session,
        "is_involved": session.stage.cycle.standing_of(person).is_involved,
        "advice": advice_on(session) if may_write and not session.is_past else "",
        "missing": missing_of(session) if may_write and not session.is_past else [],
    }


@register.inclusion_tag("involvement/sessions/people.html", takes_context=True)
def meeting_people(context, session, person):
    """Who is asked and comes, as far as this reader may know, and what they may decide there."""
    shown = attending(session, person)
    return {"session": session, "attending": shown, "csrf_token": context.get("csrf_token"), "user": person}
