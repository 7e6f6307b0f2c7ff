"""For whom those work who work with a group, on pages that are about something else."""

from django import template

from ..loyalty import line_of_who_put_in, lines_by_group, workers_of
from ..models import Loyalty

register = template.Library()


@register.simple_tag
def loyalty_lines(group, reads_names=False):
    """A sentence for each convenor and for the host of a group; names only for those who may read them."""
    return [each.named_line if reads_names else each.line for each in workers_of([group])[group.pk]]


@register.simple_tag
def may_say_for_host(group, person):
    """Whether this person may say for the group's host what it does."""
    return not Loyalty.refusal_for_host(group, person)


@register.inclusion_tag("involvement/loyalty/of_agreement.html")
def loyalties_of(room):
    """For the groups among the parties of a Room's agreement: who works with them, and for whom."""
    return {"groups": lines_by_group([each.party.participant for each in room.parties])}


@register.simple_tag
def loyalty_of_who_put_in(contribution):
    """For whom the convenor works who put in somebody else's words; empty for all others."""
    if not contribution.was_entered_for_another:
        return ""
    return line_of_who_put_in(contribution.entered_by, contribution.participant)
