"""Implementation: who brings it about and by when (R57, R58; an addition to the figure)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.record import Record


class Milestone(Record):
    """Something that is to be reached by a day, who leads it, and when it was reached (R57)."""

    SLUG = "milestones"
    ADD = _("Add a milestone")
    OWN_FIELDS = ("lead", "due_on", "reached_on", "what_arrived")
    FIGURE = "due_on"

    lead = models.CharField(_("who leads it"), max_length=160)
    due_on = models.DateField(_("due on"))
    reached_on = models.DateField(_("reached on"), null=True, blank=True)
    what_arrived = models.TextField(_("what arrived, against what was decided"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")


KIND = Kind(
    slug="implementation",
    name=_("Implementation"),
    place=11,
    prompt=_("Is what arrives what was decided?"),
    records=(Milestone,),
    addition=True,
)
