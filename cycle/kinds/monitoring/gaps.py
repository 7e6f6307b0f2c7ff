"""What the stage ought to have before it is finished: findings that led somewhere, and outcomes of both sides."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .finding import VisitFinding
from .measure import Measure


def findings_to_close(stage):
    """A sentence while something that a visit found led to neither a change nor a reason, else nothing (R60)."""
    number = VisitFinding.objects.filter(stage=stage, led_to=VisitFinding.LedTo.OPEN).exclude(sort="good").count()
    if not number:
        return ""
    return ngettext(
        "%(number)d finding of a visit is still open. Say what was changed for it, or why nothing was.",
        "%(number)d findings of visits are still open. Say for each what was changed, or why nothing was.",
        number,
    ) % {"number": number}


def outcomes_in_one_sides_words(stage):
    """A sentence while all that is watched is in the words of one side, else nothing (R59)."""
    there = set(Measure.objects.filter(stage=stage).values_list("words_of", flat=True))
    if not there or len(there) == len(Measure.Words):
        return ""
    if Measure.Words.USERS in there:
        return _("Nothing is watched in professional words.")
    return _("Nothing is watched in users’ own words.")
