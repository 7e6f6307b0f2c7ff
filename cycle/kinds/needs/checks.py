"""What has to be there before the needs are finished: a shared idea of need, and everybody heard who would pay."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ...models.participant import Participant
from .judging import CostShift, Definition

NOT_TOGETHER = _(
    "What counts as a need is not agreed yet by users and by those who commission. Write down what both sides agreed."
)


def need_is_defined_together(stage):
    """A sentence until a users' group and the commissioners agreed what counts as a need, else nothing (R33)."""
    agreed = Definition.objects.filter(stage=stage).exclude(agreed_words="")
    for side in (Participant.Standing.USERS, Participant.Standing.COMMISSIONERS):
        agreed = agreed.filter(agreed_by__standing=side)
    return "" if agreed.exists() else NOT_TOGETHER


def unheard(stage):
    """The costs that would move onto somebody who was not heard yet."""
    return CostShift.objects.filter(stage=stage, heard_on=None)


def every_cost_shift_is_heard(stage):
    """A sentence while somebody who would pay was not heard, else nothing (R39)."""
    if not (count := unheard(stage).count()):
        return ""
    return ngettext(
        "A cost would move onto others who were not heard yet. Hear them first.",
        "%(count)d costs would move onto others who were not heard yet. Hear them first.",
        count,
    ) % {"count": count}
