"""Paper ballots of an exercise: the same questions as on the screen, one ballot a page, each with its code (R45)."""

from dataclasses import dataclass
from itertools import combinations

from cycle.forms.ballots import rule_of
from cycle.models import Record, Stage
from cycle.standing import Standing
from involvement.status import AgreementStatus, status_of

from .on_paper import OnPaper, keepers_of


@dataclass(frozen=True)
class Ballots(OnPaper):
    """A run of paper ballots. run: with its party. items: what is put in order."""

    PAPER = "feedback/paper/ballots.html"

    stage: Stage
    standing: Standing
    status: AgreementStatus
    exercise: Record
    run: object
    sheets: list
    items: list
    to_whom: list[str]

    @property
    def rule(self):
        """How it is filled in."""
        return rule_of(self.exercise, self.items)

    @property
    def pairs(self):
        """Every two things, in the order of the screen."""
        return list(combinations(self.items, 2))


def ballots_of(run, exercise, reader):
    """The Ballots of a run, as this reader prints them."""
    stage = exercise.stage
    return Ballots(
        stage=stage, standing=stage.cycle.standing_of(reader), status=status_of(stage), exercise=exercise, run=run,
        sheets=list(run.sheets.all()), items=list(exercise.items.all()),
        to_whom=keepers_of(run.participant, stage.cycle),
    )  # fmt: skip
