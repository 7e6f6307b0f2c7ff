"""Sending a draft: it becomes the answer to all that still wait among what it was written for (R82)."""

from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves

from .answering import NONE_WAITS, answer_many
from .models import Contribution

TEXT_NEEDED = _("Write the answer first.")


def waiting_in(draft):
    """The contributions of a draft that still wait, as a list that shares the draft's stage and cycle."""
    found = list(Contribution.objects.in_draft(draft).unanswered().select_related("agreement").order_by("pk"))
    return [share(each, draft.stage) for each in found]


def share(contribution, stage):
    """The same contribution, which knows this very stage and its cycle."""
    contribution.stage, contribution.cycle = stage, stage.cycle
    return contribution


def send(draft, by, revision):
    """Send the draft as it stood at this revision. Returns a `Given`. Raises Refused, Conflict."""
    if sentence := draft.refusal(by):
        raise moves.Refused(sentence)
    if not (draft.text.strip() and draft.outcome):
        raise moves.Refused(TEXT_NEEDED)
    with ledger.writing(draft.ledger_cycle):
        waiting, all_of_them = waiting_in(draft), draft.contributions.count()
        if not waiting:
            raise moves.Refused(NONE_WAITS, conflict=True)
        draft.end_as_sent(by, revision)
        given = answer_many(
            waiting, by, draft.outcome, draft.text, second_reader=draft.second_reader, **draft.grounds()
        )
    return type(given)(given.count, all_of_them - given.count)
