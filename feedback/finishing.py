"""Finishing a stage: it does not end with unanswered contributions or gaps in its work unless a reason is published."""

from django.utils.translation import gettext_lazy as _

from cycle import moves

from .models import Contribution

UNANSWERED = _("People still wait for an answer here. Answer them, or say for everybody to read why you will not.")


GAP = _("%(gap)s Or say for everybody to read why the stage ends without it.")


def unanswered_in(stage):
    """How many contributions of this stage have no answer that answers."""
    return Contribution.objects.filter(stage=stage).owed().count()


def finish_stage(stage, by, reason=""):
    """Finish a stage. Raises Refused.

    reason: printed for everybody, and needed while anybody waits for an answer (R82) or the stage's work has a gap.
    """
    if not reason.strip() and not stage.refusal("finish", by):
        if unanswered_in(stage):
            raise moves.Refused(UNANSWERED)
        if gaps := stage.kind.gaps_in(stage):
            raise moves.Refused(GAP % {"gap": gaps[0]})
    return stage.finish(by, reason=reason)
