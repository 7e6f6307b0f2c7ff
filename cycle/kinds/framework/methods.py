"""Ways of taking part: chosen here for each group and stage, and none of them prescribed (R5, R22)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...models.record import Record


class Method(Record):
    """A way in which people take part, with what supports it and what it pays (R5, R22)."""

    class Way(models.TextChoices):
        MEETING = "meeting", _("Meeting")
        VISIT = "visit", _("Visit to where people are")
        ONE_TO_ONE = "one to one", _("One-to-one talk")
        PHONE = "phone", _("Phone call")
        PAPER = "paper", _("Paper form or letter")
        ONLINE = "online", _("Online form")
        WALK_THROUGH = "walk-through", _("Walk-through or try-out")
        PANEL = "panel", _("Panel")
        OTHER = "other", _("Another way")

    SLUG = "methods"
    ADD = _("Add a way of taking part")
    PROMPT = _("How would you like to take part? What would make it easier?")
    OWN_FIELDS = ("way", "other_way", "groups", "for_whom", "stages", "support", "payment", "answer_days")
    FIGURE = "way"

    way = models.CharField(_("way of taking part"), max_length=12, choices=Way)
    other_way = models.CharField(
        _("which other way"), max_length=120, blank=True, help_text=_("Only when you choose “Another way”.")
    )
    groups = models.ManyToManyField(
        "cycle.Participant",
        blank=True,
        related_name="+",
        verbose_name=_("groups and bodies that take part in this way"),
        help_text=_("Leave it open when this way is for everybody."),
    )
    for_whom = models.CharField(_("for whom"), max_length=240)
    stages = models.ManyToManyField(
        "cycle.Stage",
        blank=True,
        related_name="+",
        verbose_name=_("stages in which it is used"),
        help_text=_("Leave it open when it is used in every stage."),
    )
    support = models.TextField(_("support that is given"), blank=True)
    payment = models.TextField(_("fees and costs that are paid"), blank=True)
    answer_days = models.PositiveSmallIntegerField(_("working days until an answer"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("way of taking part")
        verbose_name_plural = _("ways of taking part")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(way="other") | ~Q(other_way=""),
                name="cycle_method_another_way_is_told",
                violation_error_message=_("Say which other way it is."),
            ),
        ]

    @property
    def way_in_words(self):
        """The way, as people here call it."""
        return self.other_way if self.way == self.Way.OTHER else str(self.get_way_display())
