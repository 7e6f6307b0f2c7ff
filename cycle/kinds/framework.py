"""Agree a framework for user involvement: how people will take part (c7; an addition to the figure)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.record import Record


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

    SLUG = "methods"
    ADD = _("Add a way of taking part")
    OWN_FIELDS = ("way", "for_whom", "support", "payment", "answer_days")
    FIGURE = "way"

    way = models.CharField(_("way of taking part"), max_length=12, choices=Way)
    for_whom = models.CharField(_("for whom"), max_length=240)
    support = models.TextField(_("support that is given"), blank=True)
    payment = models.TextField(_("fees and costs that are paid"), blank=True)
    answer_days = models.PositiveSmallIntegerField(_("working days until an answer"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("way of taking part")
        verbose_name_plural = _("ways of taking part")


KIND = Kind(
    slug="framework",
    name=_("Agree a framework for user involvement"),
    place=1,
    prompt=_("How do you want to take part, and what would you need for it?"),
    records=(Method,),
    addition=True,
)
