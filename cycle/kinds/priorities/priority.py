"""The agreed list: where each thing was agreed to stand, beside the places that both sides gave it (R45)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ...models.record import Record


class Priority(Record):
    """One thing that was ranked by users and by professionals, and where it was agreed to stand (R45).

    item: what it was in an exercise, whose results then fill in both sides' places; None when the list came from
    elsewhere.
    """

    SLUG = "priorities"
    ADD = _("Add a priority")
    ABOUT = _("The agreed list: what comes first, and why where one side had it otherwise.")
    OWN_FIELDS = ("users_rank", "professionals_rank", "agreed_rank", "why_it_differs")
    FIGURE = "agreed_rank"
    SETTLES = ("agreed_rank", "why_it_differs")

    users_rank = models.PositiveSmallIntegerField(_("place that users gave it"), null=True, blank=True)
    professionals_rank = models.PositiveSmallIntegerField(_("place that professionals gave it"), null=True, blank=True)
    agreed_rank = models.PositiveSmallIntegerField(_("agreed place"), null=True, blank=True)
    why_it_differs = models.TextField(_("why the agreed place differs"), blank=True)
    item = models.OneToOneField("cycle.Item", models.PROTECT, null=True, blank=True, related_name="priority")

    class Meta(Record.Meta):
        verbose_name = _("priority")
        verbose_name_plural = _("priorities")
        ordering = ("agreed_rank", "pk")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(agreed_rank__isnull=True)
                | Q(users_rank__isnull=True)
                | Q(users_rank=F("agreed_rank"))
                | ~Q(why_it_differs=""),
                name="cycle_priority_difference_has_a_reason",
                violation_error_message=_("Users ranked it differently: say why the agreed place differs."),
            ),
        ]
