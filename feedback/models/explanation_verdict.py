"""What a users' group says of an explanation: whether it explains why the agreement lapsed (R81)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard


class ExplanationVerdict(models.Model):
    """What one users' group says of an explanation; never changed, the latest one counts."""

    PERSONAL = {"by": Class.PART, "words": Class.SAID}

    explanation = models.ForeignKey("feedback.Explanation", models.PROTECT, related_name="verdicts")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="+")
    explains = models.BooleanField(_("does it explain it?"))
    words = models.TextField(_("in their words"), blank=True)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("word on an explanation")
        verbose_name_plural = _("words on explanations")
        ordering = ("pk",)

    def __str__(self):
        return str(_("It explains it") if self.explains else _("It does not explain it"))


GUARD = Guard(
    table="feedback_explanationverdict",
    columns=("id", "explanation_id", "participant_id", "explains", "words", "by_id", "at"),
    blankable=("words",),
)
