"""Who left or paused, on the page of a stage and of a group."""

from django import template

from .. import farewells, withdrawing
from ..models import Withdrawal
from ..withdrawn import told

register = template.Library()
SHOWN = 6


@register.inclusion_tag("involvement/leaving/of_stage.html")
def stage_leavings(stage, person):
    """The newest ones who left or paused in a stage, and the way to do so for those who may."""
    if not stage.round_number:
        return {"told": [], "mine": []}
    rows = list(Withdrawal.objects.touching(stage).for_list().order_by("-pk")[:SHOWN])
    standing = stage.cycle.standing_of(person)
    mine = []
    if standing.speaks_for or standing.keeps:
        own = stage.cycle.participants.active().filter(pk__in=standing.speaks_for | standing.keeps)
        for each in own.filter(parties__agreement__round__stage=stage).select_related("group").distinct():
            each.cycle = stage.cycle
            if not withdrawing.refusal(each, person):
                mine.append(each)
    return {"told": told(rows, person, stage.cycle), "mine": mine, "stage": stage}


@register.inclusion_tag("involvement/leaving/of_group.html")
def group_farewells(group, keeps):
    """What members said when they left, for who keeps the group."""
    return {"farewells": farewells.for_keepers(group)[:20] if keeps else []}
