"""What helped people to be heard, what got in the way, and small changes as wins (R64, R66)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...models.cycle import CYCLE_CLOSED
from ...models.record import Record, why_cannot_record

NOT_YET = _("You can add what you found once the review is open.")


class Finding(Record):
    """One thing that the people who took part found when they looked back, as each side sees it (R64)."""

    class Sort(models.TextChoices):
        HELPED = "helped", _("It helped")
        HINDERED = "hindered", _("It got in the way")
        WIN = "small win", _("A small change that was a win")

    SLUG = "findings"
    ADD = _("Add what you found")
    ABOUT = _("What helped people to be heard, what got in the way, and small changes that were wins.")
    PROMPT = _("What helped you to be heard, and what got in the way?")
    OWN_FIELDS = ("sort", "about", "found_by", "users_see", "authority_sees")
    FIGURE = "sort"
    LISTED = ("about", "users_see", "authority_sees")
    SETTLES = ("sort", "users_see", "authority_sees")
    PART = "finding"

    sort = models.CharField(_("what it was"), max_length=10, choices=Sort)
    about = models.ManyToManyField(
        "cycle.Stage", blank=True, related_name="findings", verbose_name=_("stages that it is about")
    )
    found_by = models.ManyToManyField("cycle.Participant", blank=True, related_name="+", verbose_name=_("who found it"))
    users_see = models.TextField(
        _("how people who use the service see it"),
        blank=True,
        help_text=_("In their own words. Where the two sides differ, both views stay."),
    )
    authority_sees = models.TextField(_("how the authority sees it"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("review finding")
        verbose_name_plural = _("review findings")

    @classmethod
    def why_cannot_add(cls, stage, person):
        """Officers at any time; everybody who takes part once the review is open: it is written together (R64)."""
        if not stage.cycle.standing_of(person).belongs_to:
            return why_cannot_record(stage, person)
        if stage.cycle.is_closed:
            return CYCLE_CLOSED
        return "" if stage.is_open or not why_cannot_record(stage, person) else NOT_YET

    def why_cannot_change(self, person):
        """Officers may change it, and whoever wrote it down while the review is open."""
        if self.created_by_id == getattr(person, "pk", None):
            return self.why_cannot_add(self.stage, person)
        return why_cannot_record(self.stage, person)
