"""The criteria: what matters in a choice, and how much, set together (R45)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ... import ledger, moves
from ...models.record import Record
from .start import start_on


class Criterion(Record):
    """Something that matters when options are compared: its weight, who set that, and what a score of it means."""

    class Sort(models.TextChoices):
        FIT = "fit", _("Strategic fit")
        VALUE = "value", _("Value for money")
        SUPPLIER = "supplier", _("Whether somebody can supply it")
        AFFORDABLE = "affordable", _("Affordability")
        ACHIEVABLE = "achievable", _("Whether it can be done")
        USERS = "users' own", _("Users' own")

    SLUG = "criteria"
    ADD = _("Add a criterion")
    ABOUT = _(
        "What matters in the choice, and how much. Those who use the service and those who run it set this together."
    )
    PROMPT = _("Say what should count in the choice")
    OWN_FIELDS = ("sort", "weight", "set_by", "how_judged")
    FIGURE = "weight"
    LISTED = ("sort", "set_by")

    sort = models.CharField(
        _("sort of criterion"), max_length=12, choices=Sort,
        help_text=_("The first five are the success factors of the Green Book. Add what users say matters to them."),
    )  # fmt: skip
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        help_text=_("A whole number from 1 to 100. What has twice the weight counts twice as much."),
    )
    set_by = models.ManyToManyField(
        "cycle.Participant", blank=True, related_name="+", verbose_name=_("who set the weight together")
    )
    how_judged = models.TextField(
        _("what a high and a low score mean"), help_text=_("For example: “0: nobody can get there. 10: all can.”")
    )

    class Meta(Record.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=100),
                name="cycle_criterion_weight_is_1_to_100",
                violation_error_message=_("Give a weight from 1 to 100."),
            ),
        ]

    @property
    def figure(self):
        """Its weight, in words."""
        return _now("Weight %(weight)d") % {"weight": self.weight}

    @classmethod
    def to_start_with(cls, stage):
        """The Start of today, and those of its Factors of which the stage has no criterion yet."""
        start = start_on(timezone.localdate())
        there = set(cls.objects.filter(stage=stage).values_list("sort", flat=True))
        return start, [each for each in (start.factors if start else ()) if each.sort not in there]

    @classmethod
    def start(cls, by, stage):
        """Begin with the five success factors, of equal weight; those that are there already stay as they are.

        Returns the list of new criteria. Raises Refused.
        """
        if sentence := cls.why_cannot_add(stage, by):
            raise moves.Refused(sentence)
        with ledger.writing(stage.cycle):
            start, missing = cls.to_start_with(stage)
            return [
                cls.add(
                    by, stage, sort=each.sort, weight=start.weight, title=str(each.title),
                    summary=f"{each.summary}\n\n{start.source}", how_judged=str(each.how_judged),
                )
                for each in missing
            ]  # fmt: skip
