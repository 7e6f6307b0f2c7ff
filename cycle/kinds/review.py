"""Review: what helped, what hindered, and what is carried into the next cycle (R64–R66, R87)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.record import Record


class Finding(Record):
    """What was learnt, and the action that is carried forward with its owner (R64, R66)."""

    class Sort(models.TextChoices):
        HELPED = "helped", _("It helped")
        HINDERED = "hindered", _("It got in the way")
        WIN = "small win", _("A small change that was a win")
        LESSON = "lesson", _("A lesson for the next cycle")

    SLUG = "findings"
    ADD = _("Add a finding")
    OWN_FIELDS = ("sort", "conditions", "action", "owner", "due_on")
    FIGURE = "sort"

    sort = models.CharField(_("sort of finding"), max_length=10, choices=Sort)
    conditions = models.TextField(_("what made it so, here"), blank=True)
    action = models.TextField(_("what is to be done next"), blank=True)
    owner = models.CharField(_("who does it"), max_length=160, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("review finding")
        verbose_name_plural = _("review findings")


KIND = Kind(
    slug="review",
    name=_("Review"),
    place=13,
    prompt=_("What went well, what went badly, and what should be done differently next time?"),
    records=(Finding,),
)
