"""A step of the change: what, by when, who leads it, and how those whom it affects take part in it (R53)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record
from ...waits import Waits


class TransitionStep(Record):
    """One step from the start of a change to its end, with the part that affected users have in it (R53)."""

    class Phase(models.TextChoices):
        START = "start", _("At the start, before anything changes")
        DURING = "during", _("While it changes")
        CLOSURE = "closure", _("At the end, when it is done or closed")

    SLUG = "steps"
    CARRIES_PROMISES = True
    ADD = _("Add a step")
    ABOUT = _("How a change is made, step by step, and how the people whom it affects take part in each.")
    PROMPT = _("Say how you want to take part in the change")
    OWN_FIELDS = ("intention", "phase", "due_on", "leads", "users_part", "takes_part", "done_on", "came_of_it")
    FIGURE = "phase"
    LISTED = ("due_on", "leads", "users_part", "done_on")
    WAITS = Waits("due_on", Q(done_on__isnull=True), _("Take this step, and write down the day: “%(title)s”"))

    PERSONAL = {"leads": Class.NAMED}
    PERSONAL_OF = {"leads": None}

    intention = models.ForeignKey(
        "cycle.Intention", models.PROTECT, related_name="steps", verbose_name=_("change that it belongs to")
    )
    phase = models.CharField(_("when in the change it comes"), max_length=7, choices=Phase)
    due_on = models.DateField(_("by when"))
    leads = models.CharField(_("who leads it"), max_length=160, help_text=_("A post or a group."))
    users_part = models.TextField(
        _("how those whom it affects take part in it"), blank=True,
        help_text=_("What they do in this step, and not only what they are told."),
    )  # fmt: skip
    takes_part = models.ManyToManyField(
        "cycle.Participant", blank=True, related_name="+", verbose_name=_("who of those who take part is in it")
    )
    done_on = models.DateField(_("done on"), null=True, blank=True)
    came_of_it = models.TextField(_("what came of it"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("step of an intention")
        verbose_name_plural = _("steps of intentions")
