"""The common view: what all sides of a debate might live with, put once they have said what they hold (R90; c6)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard


class CommonView(models.Model):
    """One try; a later one does not replace the words of an earlier one, nor what was said to it."""

    PERSONAL = {"by": Class.PART}

    debate = models.ForeignKey("feedback.Debate", models.PROTECT, related_name="common_views")
    number = models.PositiveSmallIntegerField()
    words = models.TextField(_("what all of us could live with"))
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("common view")
        verbose_name_plural = _("common views")
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["debate", "number"], name="feedback_commonview_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="feedback_commonview_number_from_one"),
        ]

    def __str__(self):
        return str(_("Common view, number %(number)d") % {"number": self.number})


GUARD = Guard(
    table="feedback_commonview",
    columns=("id", "debate_id", "number", "words", "participant_id", "by_id", "at"),
    blankable=("words",),
)
