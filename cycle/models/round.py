"""The round: one time that a stage is worked through, with the reason it was entered (R3)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class


class RoundQuerySet(models.QuerySet):
    def told(self):
        """With everything that a page says of a round."""
        return self.select_related("stage", "came_from", "begun_by", "cause__by", "cause__stage")

    def in_cycle(self, cycle):
        """Every entry into a stage of this cycle; as their ids rise, so does the time at which they happened."""
        return self.filter(stage__cycle=cycle)


class Round(models.Model):
    """A stage's first, second, third … time; each has its own agreement."""

    PERSONAL = {"begun_by": Class.PART}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    reason = models.TextField(_("why it was entered"))
    cause = models.ForeignKey("cycle.Event", models.PROTECT, null=True, blank=True, related_name="+")
    came_from = models.ForeignKey("cycle.Stage", models.PROTECT, null=True, blank=True, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    begun_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_because = models.TextField(blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ("stage_id", "number")
        constraints = [
            models.UniqueConstraint(fields=["stage", "number"], name="cycle_round_number_is_unique_in_its_stage"),
            models.CheckConstraint(condition=~Q(reason=""), name="cycle_round_has_a_reason"),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(opened_at__isnull=False),
                name="cycle_round_opened_before_finished",
            ),
        ]

    def __str__(self):
        return _("%(stage)s, round %(number)d") % {"stage": self.stage, "number": self.number}

    @property
    def is_current(self):
        """Whether it is the stage's latest round."""
        return self.number == self.stage.round_number
