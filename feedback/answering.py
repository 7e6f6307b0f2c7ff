"""One answer to many contributions at once, in one transaction; each giver still judges it for themselves (R82)."""

from dataclasses import dataclass

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves

from .models import Answer, Contribution
from .models.following import follow_many
from .models.grounds import kept

MOST = 1000  # so many get one answer at once

NONE_CHOSEN = _("Tick at least one of them first.")
NONE_WAITS = _("None of them waits for an answer any more.")


@dataclass(frozen=True)
class Given:
    """What came of an answer to many: how many got it, and how many were answered by somebody else meanwhile."""

    count: int
    left_out: int


def answer_many(contributions, by, outcome, text, *, second_reader=None, **ground):
    """Give one answer to all of these that still wait. Returns a Given. Raises Refused.

    contributions: a list of Contribution of one cycle, with `stage` and `agreement` fetched, that share their Cycle.
    """
    columns = kept(outcome, ground)
    if not contributions:
        raise moves.Refused(NONE_CHOSEN)
    cycle = contributions[0].cycle
    with ledger.writing(cycle):
        for each in contributions:
            if sentence := Answer.refusal_of(each, outcome, second_reader):
                raise moves.Refused(sentence)
        told = Answer.told(outcome, text, columns, second_reader)
        moved = Contribution.move_many("answer", contributions, by, told=told)
        said = {"outcome": outcome, "text": text, "by": by, "second_reader": second_reader, **columns}
        follow_many(_write(moved, said | {"given_to": len(moved)}), by)
    return Given(len(moved), len(contributions) - len(moved))


def _write(contributions, said):
    """One Answer for each of these, numbered after those that it has. Returns them."""
    numbers = {}
    for some in ledger.in_batches([each.pk for each in contributions]):
        rows = Answer.objects.filter(contribution__in=some).order_by().values_list("contribution_id")
        numbers |= dict(rows.annotate(Max("number")))
    answers = [
        Answer(contribution=each, number=numbers.get(each.pk, 0) + 1, due_on=each.due_on, **said)
        for each in contributions
    ]
    return Answer.objects.bulk_create(answers, batch_size=ledger.BATCH)
