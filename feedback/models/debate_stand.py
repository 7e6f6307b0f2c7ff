"""The stand: whether one party can live with a common view, with a reservation, or not (R90; c6)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard


class Stand(models.Model):
    """What one party says to one common view, once; a changed mind speaks to the next one."""

    class Answer(models.TextChoices):
        ACCEPTS = "accepts", _("We can live with it")
        RESERVES = "reserves", _("We can live with it, but")
        DOES_NOT = "does not", _("We cannot live with it")

    PERSONAL = {"by": Class.PART, "words": Class.SAID}

    common_view = models.ForeignKey("feedback.CommonView", models.PROTECT, related_name="stands")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="+")
    answer = models.CharField(_("can you live with it?"), max_length=8, choices=Answer)
    words = models.TextField(_("in your own words"), blank=True)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("stand on a common view")
        verbose_name_plural = _("stands on common views")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["common_view", "participant"], name="feedback_stand_once_of_each_party"),
            models.CheckConstraint(
                condition=Q(answer__in=["accepts", "reserves", "does not"]), name="feedback_stand_answer_is_known"
            ),
            models.CheckConstraint(
                condition=Q(answer="accepts") | ~Q(words=""), name="feedback_stand_says_what_is_disputed"
            ),
        ]

    def __str__(self):
        return str(self.get_answer_display())

    @property
    def disputes(self):
        """Whether something stays disputed by it."""
        return self.answer != self.Answer.ACCEPTS


GUARD = Guard(
    table="feedback_stand",
    columns=("id", "common_view_id", "participant_id", "answer", "words", "by_id", "at"),
)
