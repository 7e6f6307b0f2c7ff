"""Options weighed by the scores that parties gave, as one reader may see them (R45).

While the stage is open a party sees the scores of others once it has given its own, so that none copies; everybody
sees them when the stage is no longer open, and those who run the cycle at any time.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from ...glance import read_by
from ...models.participant import Participant
from ...models.score import Score
from ...ranking import weigh
from .criterion import Criterion
from .option import Option

USERS, PROFESSIONALS = "users", "professionals"
SIDES = {USERS: _("Users of the service"), PROFESSIONALS: _("Professionals")}


def side_of(participant):
    """On which side a participant stands: users' and professionals' scores are never mixed."""
    return USERS if participant.standing == Participant.Standing.USERS else PROFESSIONALS


@dataclass(frozen=True)
class Scoring:
    """What is scored in a stage and by whom, for one reader.

    options, criteria: records that the reader may read. left_out: how many criteria they may not. scores: those of
    these that they may see, of each party. parties: all that have given any, in order. is_sealed: whether the scores
    are kept from this reader for now.
    """

    options: list
    criteria: list
    left_out: int
    scores: dict[Participant, dict[tuple[int, int], Score]]
    parties: list[Participant]
    is_sealed: bool
    _kept: dict = field(default_factory=dict)

    @property
    def can_be_scored(self):
        """Whether there is an option in question and a criterion to score it by."""
        return bool(self.criteria and self.in_question)

    @property
    def in_question(self):
        """The options that were not dropped."""
        return [each for each in self.options if each.standing != Option.Standing.DROPPED]

    def of_side(self, side):
        """The parties of one side whose scores this reader sees."""
        return [each for each in self.scores if side_of(each) == side]

    def weighed(self, side):
        """The Weighing of one side, each party counting as one sheet; None while there is nothing to weigh."""
        if side not in self._kept:
            sheets = {party: [self._sheet(party)] for party in self.of_side(side)}
            there = sheets and self.criteria and self.options
            weights = {each: each.weight for each in self.criteria}
            self._kept[side] = weigh(weights, self.options, sheets) if there else None
        return self._kept[side]

    def _sheet(self, party):
        given = self.scores[party]
        return {
            option: {
                criterion: given[option.pk, criterion.pk].score
                for criterion in self.criteria
                if (option.pk, criterion.pk) in given
            }
            for option in self.options
        }


def scoring_of(stage, reader):
    """The Scoring of a stage for this reader; four queries."""
    options, criteria = read_by(reader, stage, Option), read_by(reader, stage, Criterion)
    rows, scores = Score.objects.in_stage(stage), {}
    all_criteria = Criterion.objects.filter(stage=stage).count()
    seen = {(option.pk, criterion.pk) for option in options for criterion in criteria}
    for row in rows:
        given = scores.setdefault(row.participant, {})
        if row.key in seen:
            given[row.key] = row
    is_sealed = _is_sealed(stage, reader, {party.pk for party in scores})
    shown = {} if is_sealed else scores
    return Scoring(options, criteria, all_criteria - len(criteria), shown, list(scores), is_sealed)


def _is_sealed(stage, reader, given):
    """Whether the scores are kept from this reader. given: ids of the participants that have given theirs."""
    standing = stage.cycle.standing_of(reader)
    if not stage.is_open or standing.runs:
        return False
    return not standing.belongs_to or bool(standing.belongs_to - given)
