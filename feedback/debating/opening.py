"""Opening a debate, and ending it."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.stage import cycle_closed

from ..models import Debate
from ..models.debate import OPENED
from .voices import is_over, tell, voices_of, writing

NOT_AN_OPENER = _("Only the officers of this cycle and those who keep a group’s page can open a debate.")
ASK_TWO = _("Ask at least two who take part. A debate needs two sides.")
NOT_IN_THE_CYCLE = _("Choose those who take part in this cycle today.")
NOT_YOURS_TO_END = _("Only the officers and the one who opened the debate can end it.")
SAY_WHAT_CAME = _("Say what came of it.")


def why_cannot_open(stage, person):
    """Why this person cannot open a debate in this stage, as a sentence; empty when they can."""
    standing = stage.cycle.standing_of(person)
    return cycle_closed(stage) if standing.runs or standing.keeps else NOT_AN_OPENER


def open_debate(stage, by, *, question, why, asked, positions_by, openness="public", token=None):
    """Open a debate on a question. A second time with the same token gives the first one. Raises Refused.

    asked: the participants who are asked what they hold, two or more. positions_by: until when. Returns the Debate.
    """
    asked = list(asked)
    if sentence := why_cannot_open(stage, by) or _cannot_ask(stage, asked):
        raise moves.Refused(sentence)
    with ledger.writing(stage.cycle):
        if token and (there := Debate.objects.filter(token=token, opened_by=by, stage=stage).first()):
            return there
        standing = stage.cycle.standing_of(by)
        kept = None if standing.runs else voices_of(stage.cycle, by).filter(pk__in=standing.keeps).first()
        new = Debate.objects.create(
            cycle=stage.cycle, stage=stage, round=stage.current_round, question=question, why=why, openness=openness,
            positions_by=positions_by, opened_by=by, opened_for=kept, **({"token": token} if token else {}),
        )  # fmt: skip
        new.asked.set(asked)
        told = {"why": why, "asked": sorted(each.name for each in asked), "positions_by": str(positions_by)}
        tell(OPENED, new, by, kept, **told)
    return new


def _cannot_ask(stage, asked):
    if len(asked) < 2:
        return ASK_TWO
    is_here = all(each.cycle_id == stage.cycle_id and each.is_active for each in asked)
    return "" if is_here else NOT_IN_THE_CYCLE


def why_cannot_end(debate, person):
    """Why this person cannot end the debate, as a sentence; empty when they can."""
    if sentence := is_over(debate):
        return sentence
    standing = debate.cycle.standing_of(person)
    is_theirs = standing.runs or (standing.keeps and person.pk == debate.opened_by_id)
    return "" if is_theirs else NOT_YOURS_TO_END


def end(debate, by, came_of_it):
    """End the debate: what came of it, in words; what stays disputed stands beside that for good. Raises Refused."""
    if not came_of_it.strip():
        raise moves.Refused(SAY_WHAT_CAME)
    with writing(debate):
        if sentence := why_cannot_end(debate, by):
            raise moves.Refused(sentence)
        told = {"came_of_it": came_of_it}
        debate.move("end", by, told=told, came_of_it=came_of_it, ended_by=by, ended_at=timezone.now())
