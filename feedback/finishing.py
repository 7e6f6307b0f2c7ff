"""Finishing a stage: it does not end with unanswered contributions unless the reason is published (R82)."""

from django.utils.translation import gettext_lazy as _

from cycle import moves

from .models import Contribution

UNANSWERED = _("People still wait for an answer here. Answer them, or say for everybody to read why you will not.")


def unanswered_in(stage):
    """How many contributions of this stage have no answer that answers."""
    return Contribution.objects.filter(stage=stage).owed().count()


def finish_stage(stage, by, reason=""):
    """Finish a stage. `reason` is printed for everybody, and needed while anybody waits. Raises Refused."""
    if not reason.strip() and not stage.refusal("finish", by) and unanswered_in(stage):
        raise moves.Refused(UNANSWERED)
    return stage.finish(by, reason=reason)
