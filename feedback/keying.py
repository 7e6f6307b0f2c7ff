"""A sitting at which paper is put in: what repeats from one to the next, what is in already, and no sheet twice."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves

from .counting import at_most, in_words
from .models import Contribution

SHOWN = 5
TWICE = _("This form is put in already. Is this another one from the same sheet?")


class PutInAlready(moves.Refused):
    """Something with the code of this sheet is there; `current` is a list of the contributions."""

    def __init__(self, there):
        super().__init__(TWICE, conflict=True)
        self.current = there


@dataclass(frozen=True)
class Sitting:
    """What one person has put in today in one cycle: read from the rows each time, so that nothing of it gets lost."""

    count: str
    last: list[Contribution]

    @property
    def newest(self):
        """The Contribution that was put in last, or None."""
        return self.last[0] if self.last else None

    @property
    def repeats(self):
        """What most probably holds for the next one, too, as a form's initial values."""
        last = self.newest
        if last is None:
            return {}
        return {
            "participant": last.participant_id,
            "channel": last.channel,
            "given_on": last.given_on,
            "helper": last.helper,
            "session": last.session_id,
        }


def sitting_of(person, cycle):
    """The Sitting of somebody in a cycle; two queries."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    today = Contribution.objects.in_cycle(cycle).put_in_by(person, since=midnight)
    last = list(today.select_related("participant", "given_by", "stage", "paper_form").order_by("-pk")[:SHOWN])
    for each in last:
        each.cycle = each.stage.cycle = cycle
    return Sitting(in_words(at_most(today)), last)


def put_in(stage, by, participant, *, paper_form=None, another=False, **said):
    """Put in what somebody said; a sheet that is in already only when it is `another` one. Raises Refused.

    The sheet decides the stage: its code is on the paper. Returns the Contribution.
    """
    if paper_form and paper_form.stage_id != stage.pk:
        paper_form.stage.cycle = stage.cycle
        stage = paper_form.stage
    with ledger.writing(stage.cycle):
        if paper_form and not another:
            there = paper_form.contributions.exclude(token=said.get("token")).select_related("participant", "given_by")
            readable = list(there.visible_to(by, stage.cycle).order_by("pk"))
            if there.exists():
                for each in readable:
                    each.stage, each.cycle = stage, stage.cycle
                raise PutInAlready(readable)
        return Contribution.give(stage, by, participant, paper_form=paper_form, **said)
