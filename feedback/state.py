"""Where a stage stands, in one shape and one word: its own state and that of its agreement, read together."""

from django.utils.translation import gettext_lazy as _

from cycle.models import Stage
from involvement import status as agreement

NOT_YET, PREPARING, AGREEING, OPEN, CHANGED, DECLINED, FINISHED = (
    "not_yet",
    "preparing",
    "agreeing",
    "open",
    "changed",
    "declined",
    "finished",
)

WORDS = {
    NOT_YET: _("Not yet"),
    PREPARING: _("Preparing"),
    AGREEING: _("Agreeing"),
    OPEN: _("Open"),
    CHANGED: _("Changed"),
    DECLINED: _("Declined"),
    FINISHED: _("Finished"),
}

MEANINGS = {
    NOT_YET: _("Nobody has begun this stage."),
    PREPARING: _("The officers are writing down what will be agreed."),
    AGREEING: _("The agreement waits for somebody to sign it."),
    OPEN: _("People can say something now."),
    CHANGED: _("Something changed after the agreement was signed. It has to be signed again."),
    DECLINED: _("Somebody who has to sign does not agree."),
    FINISHED: _("The work is done. The stage can be opened again for a reason."),
}

# While a stage is under way its agreement says more than the stage does.
BY_AGREEMENT = {agreement.OUT_OF_DATE: CHANGED, agreement.DECLINED: DECLINED, agreement.WAITING: AGREEING}


def shape_of(stage, status):
    """One of the seven shapes above, for a stage and the AgreementStatus of its current round."""
    if stage.state == Stage.State.NOT_YET:
        return NOT_YET
    if stage.state == Stage.State.FINISHED:
        return FINISHED
    if stage.is_open and status.override and status.word != agreement.OUT_OF_DATE:
        return OPEN
    if status.word in BY_AGREEMENT:
        return BY_AGREEMENT[status.word]
    if stage.is_open:
        return OPEN
    return AGREEING if status.is_in_force else PREPARING
