"""A step against a barrier, and whether it helped as the one who logged the barrier sees it (R80; c4)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard


class BarrierStep(models.Model):
    """What was done about a barrier, and what the one who logged it says to that: "gone" or "stays"."""

    PERSONAL = {"by": Class.PART, "words": Class.SAID, "verdict_words": Class.SAID}

    barrier = models.ForeignKey("involvement.Barrier", models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    words = models.TextField(_("what was done"))
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    verdict = models.CharField(max_length=8, blank=True)
    verdict_words = models.TextField(_("what the one who said it says to that"), blank=True)
    judged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("step against what gets in the way")
        verbose_name_plural = _("steps against what gets in the way")
        ordering = ("barrier_id", "number")
        constraints = [
            models.UniqueConstraint(fields=["barrier", "number"], name="involvement_barrierstep_number_once"),
            models.CheckConstraint(
                condition=Q(verdict="", judged_at__isnull=True)
                | Q(verdict__in=["gone", "stays"], judged_at__isnull=False),
                name="involvement_barrierstep_verdict_is_known",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.words

    def judge(self, verdict, words):
        """Note what the one who logged it says; once."""
        rows = type(self).objects.filter(pk=self.pk, verdict="")
        rows.update(verdict=verdict, verdict_words=words, judged_at=timezone.now())


GUARD = Guard(
    table="involvement_barrierstep",
    columns=("id", "barrier_id", "number", "words", "by_id", "at"),
    blankable=("words",),
)
