"""The challenges to one record, wherever it is shown."""

from django import template

from ..line import told
from ..models import Challenge

register = template.Library()


@register.inclusion_tag("involvement/line/challenges.html")
def challenges_to(record, person):
    """The challenges to this record with their replies, oldest first; nothing is drawn when there are none."""
    return {"challenges": told(Challenge.objects.to(record).for_list(), person, record.stage.cycle)}
