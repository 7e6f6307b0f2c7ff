"""How well involvement itself went, from 1 to 10, from both sides: answers that nobody is named with (R62; c4).

The source asked only commissioners. Here people who take part and people with a seat are asked the same, and are
counted apart. Each question is an answer of its own with counts of its own, so that no count tells of fewer people by
way of another.
"""

from fractions import Fraction
from itertools import product

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cycle.models import Stage
from cycle.models.record import CYCLE_CLOSED
from cycle.words import Verb

from .unnamed import Counted, Unnamed, is_of_enough_people

RATED = Verb("involvement counted", _("and at least four others said how taking part went:"))

NOT_INVOLVED = _("Only people who take part in this cycle, or have a seat in it, can say how taking part went.")
NOT_OPENED = _("This stage has not opened yet. You can say how taking part went once it has.")

NUMBERS = range(1, 11)
COLUMNS = {number: f"gave_{number}" for number in NUMBERS}


class Side(models.TextChoices):
    """Who is counted together."""

    PEOPLE = "people", _("People who take part")
    AUTHORITY = "authority", _("People with a seat")

    @classmethod
    def of(cls, stage, person):
        """The Side on which this person is counted in this stage's cycle, or None."""
        standing = stage.cycle.standing_of(person)
        if standing.roles:
            return cls.AUTHORITY
        return cls.PEOPLE if standing.belongs_to else None


class Question(models.TextChoices):
    """What is asked; the first one is the source's, the others say where a low number may come from."""

    MATTERED = "mattered", _("How much did taking part matter?")
    HEARD = "heard", _("Were people listened to?")
    CLEAR = "clear", _("Was it clear what it was for?")


class RatingCount(Counted):
    """How many people of one side gave which number to one question about a round."""

    TOLD = RATED
    APART = ("side", "question")

    side = models.CharField(_("who was asked"), max_length=9, choices=Side)
    question = models.CharField(_("what was asked"), max_length=8, choices=Question)
    gave_1 = models.PositiveIntegerField(_("how many gave a 1"), default=0)
    gave_2 = models.PositiveIntegerField(_("how many gave a 2"), default=0)
    gave_3 = models.PositiveIntegerField(_("how many gave a 3"), default=0)
    gave_4 = models.PositiveIntegerField(_("how many gave a 4"), default=0)
    gave_5 = models.PositiveIntegerField(_("how many gave a 5"), default=0)
    gave_6 = models.PositiveIntegerField(_("how many gave a 6"), default=0)
    gave_7 = models.PositiveIntegerField(_("how many gave a 7"), default=0)
    gave_8 = models.PositiveIntegerField(_("how many gave an 8"), default=0)
    gave_9 = models.PositiveIntegerField(_("how many gave a 9"), default=0)
    gave_10 = models.PositiveIntegerField(_("how many gave a 10"), default=0)

    class Meta(Counted.Meta):
        verbose_name = _("count of how taking part went")
        verbose_name_plural = _("counts of how taking part went")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "side", "question", "number"], name="feedback_ratingcount_number_once_in_a_round"
            ),
            models.CheckConstraint(
                condition=is_of_enough_people(*COLUMNS.values()), name="feedback_ratingcount_is_of_enough_people"
            ),
            models.CheckConstraint(
                condition=Q(side__in=["people", "authority"]), name="feedback_ratingcount_side_is_known"
            ),
            models.CheckConstraint(
                condition=Q(question__in=["mattered", "heard", "clear"]), name="feedback_ratingcount_question_is_known"
            ),
        ]

    def __str__(self):
        return _("%(total)d people on %(round)s") % {"total": self.total, "round": self.round}

    def get_absolute_url(self):
        return reverse("stage_ratings", args=[self.stage.cycle.slug, self.stage.kind_slug])

    @classmethod
    def column(cls, answer):
        return COLUMNS[answer]

    @cached_property
    def counts(self):
        """How many gave each number, as a dict from 1 to 10."""
        return {number: getattr(self, column) for number, column in COLUMNS.items()}

    @property
    def total(self):
        """How many people it counts."""
        return sum(self.counts.values())

    @property
    def mean(self):
        """The mean of what they gave, exact."""
        return Fraction(sum(number * count for number, count in self.counts.items()), self.total)


class Rating(Unnamed):
    """One person's number for one question about one round of a stage."""

    SAYS = "number"
    COUNT = RatingCount

    side = models.CharField(max_length=9, choices=Side)
    question = models.CharField(max_length=8, choices=Question)
    number = models.PositiveSmallIntegerField()
    counted = models.PositiveSmallIntegerField(default=0)  # 0 before the first count

    class Meta(Unnamed.Meta):
        verbose_name = _("rating of taking part")
        verbose_name_plural = _("ratings of taking part")
        constraints = [
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=10), name="feedback_rating_is_from_1_to_10"),
            models.CheckConstraint(condition=Q(counted__lte=10), name="feedback_rating_counted_is_up_to_10"),
            models.CheckConstraint(condition=Q(side__in=["people", "authority"]), name="feedback_rating_side_is_known"),
            models.CheckConstraint(
                condition=Q(question__in=["mattered", "heard", "clear"]), name="feedback_rating_question_is_known"
            ),
        ]

    @classmethod
    def refusal(cls, stage, person):
        """Why this person cannot say how taking part went in this stage, as a sentence; empty when they can (R62)."""
        if Side.of(stage, person) is None:
            return NOT_INVOLVED
        if stage.cycle.is_closed:
            return CYCLE_CLOSED
        return "" if stage.state in (Stage.State.OPEN, Stage.State.FINISHED) else NOT_OPENED

    @classmethod
    def apart(cls):
        """Each side, and each question."""
        return list(product(Side.values, Question.values))

    @classmethod
    def key_of(cls, person, stage):
        """The key of this person's answer to the first question about the current round, on their side of today."""
        return cls.pseudonym_of(person, stage, Side.of(stage, person), Question.MATTERED)

    @classmethod
    def is_given_by(cls, person, stage):
        """Whether this person has answered the first question for the stage's current round."""
        return cls.objects.filter(pk=cls.key_of(person, stage)).exists()

    @classmethod
    def rate(cls, stage, by, numbers):
        """Say how taking part went, or change it. Returns nothing, on purpose. Raises Refused.

        numbers: Question -> a number from 1 to 10; those that are not answered are left out.
        """
        side = Side.of(stage, by)
        cls.keep(stage, by, {(("side", side), ("question", each)): number for each, number in numbers.items()})


RatingCount.ANSWERS = Rating
