"""The moments at which a decision was really shaped, which is mostly before it is taken (R47; source c7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record
from .decision import Authority


class Shaping(Record):
    """A moment after which less was possible: what was narrowed down, when, by whom, and whether users were there."""

    class Users(models.TextChoices):
        NOT_ASKED = "not asked", _("Nobody had asked them yet")
        ASKED = "asked", _("They had been asked before")
        THERE = "there", _("They were there and could speak")
        SHARED = "shared", _("They decided with the others")

    SLUG = "shaped"
    ADD = _("Add a moment when it was shaped")
    ABOUT = _("When there was really less to choose from. That is mostly before the day of the decision.")
    PROMPT = _("Say when you think it was really decided")
    OWN_FIELDS = ("decision", "shaped_on", "narrowed", "authority", "by_whom", "users")
    FIGURE = "shaped_on"
    LISTED = ("narrowed", "by_whom", "users")

    PERSONAL = {"by_whom": Class.NAMED}
    PERSONAL_OF = {"by_whom": None}

    decision = models.ForeignKey(
        "cycle.Decision", models.PROTECT, related_name="shapings", verbose_name=_("decision that was shaped")
    )
    shaped_on = models.DateField(_("when that was"))
    narrowed = models.TextField(_("what was no longer possible after it"))
    authority = models.CharField(_("at what level"), max_length=9, choices=Authority)
    by_whom = models.CharField(_("who shaped it"), max_length=240, help_text=_("A post or a body, like “the cabinet”."))
    users = models.CharField(_("where users stood then"), max_length=9, choices=Users)

    class Meta(Record.Meta):
        verbose_name = _("moment when a decision was shaped")
        verbose_name_plural = _("when decisions were shaped")
