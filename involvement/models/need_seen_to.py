"""What somebody who plans a meeting does about a need of those who are asked to it; no word says whose need it is."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class


class NeedSeenTo(models.Model):
    """That one sort of need is seen to at one meeting, and how. For those who plan it: no ledger has it."""

    PERSONAL = {"by": Class.PART, "how": Class.SAID}

    session = models.ForeignKey("involvement.Session", models.PROTECT, related_name="needs_seen_to")
    sort = models.CharField(_("what is needed"), max_length=32)
    how = models.CharField(_("how it is seen to"), max_length=240)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("need that is seen to")
        verbose_name_plural = _("needs that are seen to")
        ordering = ("session_id", "pk")
        constraints = [
            models.UniqueConstraint(fields=["session", "sort"], name="involvement_needseento_once_at_a_meeting"),
            models.CheckConstraint(condition=~Q(how=""), name="involvement_needseento_says_how"),
        ]

    def __str__(self):
        return f"{self.sort}: {self.how}"
