"""What a finished stage of decisions ought to have: when each was shaped, and no open call-in (R47, R50)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .call_in import CallIn
from .decision import Decision


def unshaped(stage):
    """A sentence while a decision was taken and nothing says when it was really shaped, else nothing."""
    taken = Decision.objects.filter(stage=stage, taken_on__isnull=False)
    number = taken.filter(shapings__isnull=True).count()
    if not number:
        return ""
    words = ngettext(
        "%(number)d decision was taken, and nothing says when it was really shaped.",
        "%(number)d decisions were taken, and nothing says when they were really shaped.", number,
    )  # fmt: skip
    return words % {"number": number}


def without_reason(stage):
    """A sentence while a decision that was taken does not say why it differs from what users said, else nothing."""
    number = Decision.objects.filter(stage=stage, taken_on__isnull=False, why_it_differs="").count()
    if not number:
        return ""
    words = ngettext(
        "%(number)d decision does not say how it differs from what users said, and why.",
        "%(number)d decisions do not say how they differ from what users said, and why.", number,
    )  # fmt: skip
    return words % {"number": number}


def unsettled(stage):
    """A sentence while a call-in waits for its outcome, else nothing."""
    if not CallIn.objects.filter(stage=stage, state=CallIn.State.CALLED_IN).exists():
        return ""
    return _("A decision was called in, and nothing says yet what came of it.")
