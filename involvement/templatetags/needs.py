"""What those who are asked to a meeting need, on its page."""

from django import template

from ..needs import may_read_needs, needs_at, refusal_to_see_to

register = template.Library()


@register.inclusion_tag("involvement/needs/of_session.html")
def needs_at_meeting(session, person):
    """What is needed in numbers without names, and what is not seen to yet, for whoever plans it."""
    needs = needs_at(session, person)
    return {
        "session": session, "needs": needs, "is_for_reader": may_read_needs(session, person),
        "gaps": [need for need in needs if need.is_gap], "may_see_to": not refusal_to_see_to(session, person),
    }  # fmt: skip
