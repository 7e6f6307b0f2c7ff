"""A question about what somebody holds: why, or how; and the answer of those who hold it (R90; c6)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class


class DebateQuestion(models.Model):
    """One of the questions of a short list, with more words where they are needed, from one party to another."""

    class Prompt(models.TextChoices):
        WHY_MATTERS = "why matters", _("Why does this matter so much to you?")
        WHY_SO = "why so", _("Why do you think that it would be so?")
        WHY_NOT = "why not", _("Why not the other way?")
        HOW_KNOW = "how know", _("How do you know?")
        HOW_WORKS = "how works", _("How would it work on a bad day?")
        HOW_PAID = "how paid", _("How would it be paid for?")
        HOW_WRONG = "how wrong", _("How would you notice that it goes wrong?")

    PERSONAL = {"asked_by": Class.PART, "words": Class.SAID, "answered_by": Class.PART, "answer": Class.SAID}
    PERSONAL_OF = {"answer": "answered_by"}

    position = models.ForeignKey("feedback.Position", models.PROTECT, related_name="questions")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="+")
    prompt = models.CharField(_("what you ask"), max_length=12, choices=Prompt)
    words = models.TextField(_("more about it"), blank=True)
    asked_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("the answer"), blank=True)
    answered_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("question in a debate")
        verbose_name_plural = _("questions in debates")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="feedback_debatequestion_answered_is_whole_or_absent",
            ),
            models.CheckConstraint(
                condition=Q(
                    prompt__in=["why matters", "why so", "why not", "how know", "how works", "how paid", "how wrong"]
                ),
                name="feedback_debatequestion_prompt_is_known",
            ),
        ]

    def __str__(self):
        return str(self.get_prompt_display())

    @property
    def is_answered(self):
        return self.answered_at is not None
