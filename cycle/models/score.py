"""The score: what one party gives one option for one criterion, with its reason (R45)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.refusal import Conflict

from .. import ledger, moves
from ..words import Verb
from .cycle import CYCLE_CLOSED

SCORED = Verb("scores given", _("gave scores in"))

NOT_THEIRS = _("Scores are put in by somebody who belongs to the party, by its convenor, or by an officer.")
NOT_OPEN = _("Scores can be given while this stage is open.")
GIVE_ONE = _("Give at least one score.")
ON_PAPER = _("From a sheet, by somebody who does not belong to it")


def why_cannot_score(stage, person, participant):
    """Why this person cannot put in the scores of this participant, as a sentence; empty when they can."""
    standing = stage.cycle.standing_of(person)
    if not (standing.runs or participant.pk in standing.belongs_to | standing.keeps):
        return NOT_THEIRS
    if stage.cycle.is_closed:
        return CYCLE_CLOSED
    return "" if stage.is_open else NOT_OPEN


class ScoreQuerySet(models.QuerySet):
    def in_stage(self, stage):
        """All scores of the options of a stage, each with its party, in the order in which parties take part."""
        return self.filter(option__stage=stage).select_related("participant").order_by("participant_id", "pk")

    def of_party(self, stage, participant):
        """What one party has said of the options of a stage."""
        return self.in_stage(stage).filter(participant=participant)


class Score(models.Model):
    """A number from 0 to 10 and why; a party that took its number back keeps the row without one.

    version: which saving of the party's scores last changed it, from 1 on.
    """

    PERSONAL = {"by": Class.PART, "why": Class.SAID}

    criterion = models.ForeignKey("cycle.Criterion", models.PROTECT, related_name="scores")
    option = models.ForeignKey("cycle.Option", models.PROTECT, related_name="scores")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="scores")
    score = models.PositiveSmallIntegerField(_("score"), null=True, blank=True)
    why = models.CharField(_("why"), max_length=240, blank=True)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    at = models.DateTimeField(auto_now=True)

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["criterion", "option", "participant"], name="cycle_score_once_for_each_party"
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=10), name="cycle_score_is_0_to_10"
            ),
        ]

    def __str__(self):
        return f"{self.option}, {self.criterion}: {self.score}"

    @property
    def key(self):
        """The ids of its option and its criterion."""
        return (self.option_id, self.criterion_id)

    @classmethod
    def stamp(cls, scores):
        """Which saving these scores of one party come from; 0 before the first."""
        return max((each.version for each in scores), default=0)

    @classmethod
    def give(cls, by, stage, participant, stamp, said):
        """Save what a party says of options, all at once. Returns the Event, or None when nothing differs.

        stamp: which saving the writer had read. said: (id of an option, id of a criterion) -> (number or None, why).
        Raises Refused, and Conflict with the party's Scores as they stand when somebody else of it was quicker.
        """
        if sentence := why_cannot_score(stage, by, participant):
            raise moves.Refused(sentence)
        with ledger.writing(stage.cycle):
            there = {each.key: each for each in cls.objects.of_party(stage, participant)}
            now = cls.stamp(there.values())
            if now != stamp:
                raise Conflict(list(there.values()))
            changed = [key for key, value in said.items() if value != _said(there.get(key))]
            if not there and not changed:
                raise moves.Refused(GIVE_ONE)
            for key in changed:
                cls._put(by, participant, there.get(key), key, said[key], now + 1)
            return cls._tell(by, stage, participant, len(changed)) if changed else None

    @classmethod
    def _put(cls, by, participant, row, key, value, version):
        row = row or cls(option_id=key[0], criterion_id=key[1], participant=participant)
        row.score, row.why = value
        row.by, row.version = by, version
        row.save()

    @classmethod
    def _tell(cls, by, stage, participant, number):
        """One event: how many, never which, because others may not have given theirs yet."""
        is_own = participant.pk in stage.cycle.standing_of(by).belongs_to
        return ledger.record(
            SCORED, stage, by, cycle=stage.cycle, stage=stage, openness=participant.openness,
            acting_for=participant.acting_name,
            after={"scores_given": str(number)} | ({} if is_own else {"put_in": str(ON_PAPER)}),
        )  # fmt: skip


def _said(row):
    return (row.score, row.why) if row else (None, "")
