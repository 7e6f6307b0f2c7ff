"""The outreach: one try to reach people who are hard to reach, what came of it, what was learnt, what it cost (R69)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class


class Outreach(models.Model):
    """How some people whom a stage wants to hear were looked for. reached: how many people that reached."""

    PERSONAL = {"by": Class.PART, "how": Class.SAID, "learnt": Class.SAID}

    target = models.ForeignKey("involvement.Target", models.PROTECT, related_name="tries")
    how = models.CharField(_("how they were looked for"), max_length=240)
    tried_on = models.DateField(_("on which day"), default=timezone.localdate)
    reached = models.PositiveIntegerField(_("how many people it reached"))
    learnt = models.TextField(_("what was learnt"), blank=True)
    cost = models.DecimalField(_("what it cost"), max_digits=12, decimal_places=2, null=True, blank=True)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("try to reach people")
        verbose_name_plural = _("tries to reach people")
        ordering = ("tried_on", "pk")

    def __str__(self):
        return self.how
