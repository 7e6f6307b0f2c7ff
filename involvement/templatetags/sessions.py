"""The meetings of a stage on its page, and the parts of a meeting's own page."""

from django import template

from ..afterwards import afterwards
from ..attending import attending
from ..fitting import advice_on, missing_of
from ..meetings import listed
from ..models import AgendaItem, Paper, Session, Talk
from ..papers import shown_papers

register = template.Library()
SHOWN = 6


@register.inclusion_tag("involvement/sessions/of_stage.html")
def stage_sessions(stage, person):
    """The newest meetings that this reader may know of, how many are asked, and the way to plan one (C3)."""
    found = list(listed(person, stage.cycle, stage)[: SHOWN + 1])
    for session in found:
        session.stage = stage
    may_plan = not Session.refusal_to_plan(stage, person)
    return {"stage": stage, "sessions": found[:SHOWN], "has_more": len(found) > SHOWN, "may_plan": may_plan}


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


@register.inclusion_tag("involvement/sessions/agenda.html")
def meeting_agenda(session, person):
    """What a meeting talks about in order, and its papers, as far as this reader may read what they rest on."""
    items = list(AgendaItem.objects.of(session))
    return {
        "session": session,
        "items": items,
        "total": sum(item.minutes or 0 for item in items),
        "papers": shown_papers(session, person),
        "may_add": not Paper.refusal_to_add(session, person),
        "is_involved": session.stage.cycle.standing_of(person).is_involved,
    }


@register.inclusion_tag("involvement/sessions/afterwards.html")
def meeting_afterwards(session, person):
    """What came of a meeting: notes, decisions, what is to be done, if it was so, how it went for each side."""
    return {"session": session, "after": afterwards(session, person)}


@register.inclusion_tag("involvement/talks/of_stage.html")
def stage_without_users(stage, person):
    """How many talks were held without users in a stage, the newest, and the ways to declare and to ask (R26)."""
    rows = Talk.objects.in_stage(stage).visible_to(person, stage.cycle)
    standing = stage.cycle.standing_of(person)
    return {
        "stage": stage,
        "number": rows.count(),
        "talks": list(rows.for_list()[:3]),
        "may_declare": not Talk.refusal_to_declare(stage, person),
        "may_ask": bool(standing.belongs_to) and not standing.roles and stage.is_open,
        "is_begun": stage.round_number > 0,
    }
