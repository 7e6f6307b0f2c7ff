"""What-if options, each with what shows that it has come to that, and the plan of how the change is made (R85, R86)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record


class WhatIf(Record):
    """What is done if things come otherwise; it stands ready until it is used or no longer needed (R86)."""

    class Sort(models.TextChoices):
        PREFERENCES = "preferences", _("People come to want something else")
        POLITICS = "politics", _("Those who decide change, or change their minds")
        FAILURE = "failure", _("It does not work")
        MONEY = "money", _("There is more or less money")
        OTHER = "something else", _("Something else")

    class Standing(models.TextChoices):
        READY = "ready", _("Stands ready")
        USED = "used", _("Was used")
        NOT_NEEDED = "not needed", _("No longer needed")

    SLUG = "what-ifs"
    ADD = _("Add a what-if option")
    ABOUT = _("What is done if things come otherwise, and what shows that it is time for it.")
    PROMPT = _("Say what we should be ready for")
    OWN_FIELDS = ("sort", "trigger", "then_what", "owner", "standing", "used_on", "what_happened")
    ASKED_UNDER = {"standing": {"used": ("used_on", "what_happened")}}
    FIGURE = "standing"
    LISTED = ("trigger", "then_what", "owner")

    PERSONAL = {"owner": Class.NAMED}
    PERSONAL_OF = {"owner": None}

    sort = models.CharField(_("what comes otherwise"), max_length=14, choices=Sort)
    trigger = models.TextField(
        _("what shows that it has come to that"), help_text=_("Something that anybody can see or count.")
    )
    then_what = models.TextField(_("what is done then"))
    owner = models.CharField(
        _("who watches for it"), max_length=160, help_text=_("A post or a group, like “the contract officer”.")
    )
    standing = models.CharField(_("where it stands"), max_length=10, choices=Standing, default=Standing.READY)
    used_on = models.DateField(_("day when it was used"), null=True, blank=True)
    what_happened = models.TextField(_("what happened then"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("what-if option")
        verbose_name_plural = _("what-if options")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(standing="used") | Q(used_on__isnull=False),
                name="cycle_whatif_used_says_when",
                violation_error_message=_("Give the day when it was used."),
            ),
        ]


class ChangeStep(Record):
    """One step of how the change is made: whom it touches, how they are told and helped, and who does it (R85)."""

    SLUG = "change-plan"
    CARRIES_PROMISES = True
    ADD = _("Add a step of the change")
    ABOUT = _("How the change is made, step by step, and how people are told and helped.")
    PROMPT = _("Say what would help you through the change")
    OWN_FIELDS = ("who_is_touched", "how_told", "owner", "due_on", "done_on")
    FIGURE = "due_on"
    LISTED = ("who_is_touched", "owner", "done_on")

    PERSONAL = {"owner": Class.NAMED}
    PERSONAL_OF = {"owner": None}

    who_is_touched = models.TextField(_("whom it touches"))
    how_told = models.TextField(_("how they are told and helped"))
    owner = models.CharField(_("who does it"), max_length=160, help_text=_("A post or a group."))
    due_on = models.DateField(_("by when"))
    done_on = models.DateField(_("done on"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("step of the change")
        verbose_name_plural = _("steps of the change")
