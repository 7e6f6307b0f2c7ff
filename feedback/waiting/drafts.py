"""Drafts of answers: to be read by a second person, and read by one."""

from django.utils.translation import gettext as _

from ..models import AnswerDraft
from .row import Waiting

NAMED = 20  # so many drafts are named; a person is asked for a few


def to_second_read(person, stages, known):
    """The drafts that this person was asked to read before they are sent, and those of theirs that were read."""
    seats = [stage for stage in stages.values() if stage.cycle.standing_of(person).roles and not stage.cycle.is_closed]
    if not seats:
        return
    here = AnswerDraft.objects.in_stages(seats).visible_to(person).select_related("reader", "written_by")
    for draft in here.to_read_by(person).order_by("pk")[:NAMED]:
        words = _("Read an answer of %(name)s before it is sent: %(stage)s") % {
            "name": draft.written_by, "stage": stages[draft.stage_id],
        }  # fmt: skip
        yield _waiting(draft, stages, words)
    for draft in here.read_for(person).order_by("pk")[:NAMED]:
        ready, change = (
            _("Send your answer, %(name)s finds it ready: %(stage)s"),
            _("Change your answer as %(name)s asks: %(stage)s"),
        )
        words = (ready if draft.is_ready else change) % {"name": draft.reader, "stage": stages[draft.stage_id]}
        yield _waiting(draft, stages, words)


def _waiting(draft, stages, words):
    draft.stage = stages[draft.stage_id]
    return Waiting(words, draft.get_absolute_url(), draft.stage.cycle.title)
