"""The legal hold: while it lasts, nothing of a cycle is taken out, by nobody, for a reason that everybody may read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.dated import Dated


class LegalHold(Dated):
    """Why and for how long the records of a cycle have to stay as they are, such as for a court."""

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="legal_holds")
    reason = models.CharField(_("why"), max_length=240)

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = _("legal hold")
        verbose_name_plural = _("legal holds")
        ordering = ("pk",)
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(reason=""), name="cycle_legalhold_has_a_reason"),
            models.UniqueConstraint(
                fields=["cycle"], condition=models.Q(until_date__isnull=True), name="cycle_legalhold_once_at_a_time"
            ),
        ]

    def __str__(self):
        return str(_("legal hold on %(cycle)s") % {"cycle": self.cycle})
