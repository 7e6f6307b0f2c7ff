"""Finishing a stage: it does not end with unanswered contributions or gaps in it unless a reason is published."""

from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.looking_back import not_looked_back

from .inheriting import not_taken_or_left
from .models import Contribution

UNANSWERED = _("People still wait for an answer here. Answer them, or say for everybody to read why you will not.")


GAP = _("%(gap)s Or say for everybody to read why the stage ends without it.")


def unanswered_in(stage):
    """How many contributions of this stage have no answer that answers."""
    return Contribution.objects.filter(stage=stage).owed().count()


def gaps_of(stage, reader):
    """The sentences that tell what is missing before this stage is finished.

    In its work, a look back on it (R64), and what becomes of what earlier cycles left (R87), as far as this officer may
    know of it.
    """
    whole = [not_looked_back(stage), not_taken_or_left(stage.cycle, reader)]
    return [*stage.kind.gaps_in(stage), *filter(None, whole)]


def finish_stage(stage, by, reason=""):
    """Finish a stage. Raises Refused.

    reason: printed for everybody, and needed while anybody waits for an answer (R82) or something is missing.
    """
    if not reason.strip() and not stage.refusal("finish", by):
        if unanswered_in(stage):
            raise moves.Refused(UNANSWERED)
        if gaps := gaps_of(stage, by):
            raise moves.Refused(GAP % {"gap": gaps[0]})
    return stage.finish(by, reason=reason)
