"""Looking back: no stage ends before people who took part said what helped and what did not (R64).

What they found is kept in the review of the cycle, however early it is said, so that the review begins with it.
"""

from django.utils.translation import gettext_lazy as _

from .kinds import KINDS
from .models import RECORDS

FINDING = next(model for model in RECORDS if model.PART == "finding")
REVIEW = next(slug for slug, kind in KINDS.items() if FINDING in kind.records)

NOT_LOOKED_BACK = _("Nobody has looked back on this round yet. Say what helped people to be heard, and what did not.")


def found_about(stage):
    """The findings about this stage since its current round began, oldest first."""
    begun = stage.current_round
    if begun is None:
        return FINDING.objects.none()
    return FINDING.objects.in_cycle(stage.cycle).filter(about=stage, created_at__gte=begun.begun_at)


def not_looked_back(stage):
    """A sentence while nobody has looked back on the stage's current round; nothing for the review itself."""
    if stage.kind_slug == REVIEW or not stage.round_number:
        return ""
    return "" if found_about(stage).exists() else NOT_LOOKED_BACK


def review_of(cycle):
    """The Stage in which this cycle is looked back on."""
    stage = cycle.stages.get(kind_slug=REVIEW)
    stage.cycle = cycle
    return stage


def is_reviewed(cycle):
    """Whether a review of this cycle was ever finished."""
    return cycle.stages.filter(kind_slug=REVIEW, rounds__finished_at__isnull=False).exists()
