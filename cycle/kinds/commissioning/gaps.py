"""What a finished stage of commissioning ought to have: links, and users in every part of an ending (R52, R53)."""

from django.db.models import Q
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .intention import Intention
from .step import TransitionStep


def unlinked(stage):
    """A sentence while an intention names no priority or no decision, else nothing (R52)."""
    without = Q(decision__isnull=True) | Q(priorities__isnull=True)
    number = Intention.objects.filter(without, stage=stage).distinct().count()
    if not number:
        return ""
    words = ngettext(
        "Say of each change from which priority and which decision it comes. %(number)d does not say both yet.",
        "Say of each change from which priority and which decision it comes. %(number)d do not say both yet.", number,
    )  # fmt: skip
    return words % {"number": number}


def ending_without_users(stage):
    """A sentence while something ends and users have no part in its start, its course or its close (R53)."""
    endings = set(Intention.objects.filter(stage=stage, change=Intention.Change.END).values_list("pk", flat=True))
    missing = [str(phase.label).lower() for phase in missing_phases(endings, _with_users(endings))]
    if not missing:
        return ""
    return _("Something ends, and no step says how those whom it affects take part: %(when)s.") % {
        "when": get_text_list(missing, _("and"))
    }


def missing_phases(endings, steps):
    """The phases in which one of these endings has no step with users. steps: (key of an intention, phase) pairs."""
    return [phase for phase in TransitionStep.Phase if any((pk, phase.value) not in steps for pk in endings)]


def _with_users(endings):
    steps = TransitionStep.objects.filter(intention__in=endings).exclude(users_part="")
    return set(steps.values_list("intention_id", "phase"))
