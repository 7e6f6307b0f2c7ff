"""How the agreement of a stage lapsed, on the page of the stage."""

from django import template

from ..lapses import lapses_of, past_of, with_verdicts
from ..models import Explanation

register = template.Library()


@register.inclusion_tag("feedback/lapses/of_stage.html")
def stage_lapses(stage, status, person):
    """Each lapse with its explanations, the way to explain it, and for users' groups to say whether it explains it."""
    if not stage.round_number:
        return {"lapses": [], "past": []}
    found = lapses_of({stage: status})
    own = stage.cycle.standing_of(person).speaks_for
    speaks = stage.cycle.participants.active().filter(
        pk__in=own, standing="users", parties__agreement__round__stage=stage
    )
    return {
        "stage": stage,
        "lapses": [(lapse, [with_verdicts(each) for each in lapse.explanations]) for lapse in found],
        "past": [with_verdicts(each) for each in past_of(stage, found)],
        "may_explain": not Explanation.refusal_to_give(stage, person),
        "speaks": list(speaks.distinct()) if own and found else [],
    }
