"""What is done about a finding: by whom, by when, and what came of it (R64)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record
from ...waits import Waits


class Action(Record):
    """One thing to be done that is carried forward with its owner and its day (R64)."""

    class Standing(models.TextChoices):
        OPEN = "open", _("Still to be done")
        DONE = "done", _("Done")
        DROPPED = "dropped", _("Not done, for a reason")

    SLUG = "actions"
    ADD = _("Add what is to be done")
    ABOUT = _("Each has one owner and a day. What is still open when a cycle ends goes to the next one.")
    PROMPT = _("What should be done differently from now on?")
    OWN_FIELDS = ("findings", "owner", "due_on", "standing", "came_of_it", "because")
    ASKED_UNDER = {"standing": {"done": ("came_of_it",), "dropped": ("because",)}}
    FIGURE = "standing"
    LISTED = ("owner", "due_on", "came_of_it", "because")
    PART = "action"
    CARRIES_PROMISES = True
    WAITS = Waits("due_on", Q(standing="open"), _("Say what came of this: %(title)s"))

    PERSONAL = {"owner": Class.NAMED}
    PERSONAL_OF = {"owner": None}

    findings = models.ManyToManyField(
        "cycle.Finding", blank=True, related_name="actions", verbose_name=_("what it comes from")
    )
    owner = models.CharField(_("who does it"), max_length=160)
    due_on = models.DateField(_("by when"))
    standing = models.CharField(_("where it stands"), max_length=8, choices=Standing, default=Standing.OPEN)
    came_of_it = models.TextField(_("what came of it"), blank=True)
    because = models.TextField(_("why it is not done"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(standing="done") | ~Q(came_of_it=""),
                name="cycle_action_done_says_what_came_of_it",
                violation_error_message=_("Say what came of it."),
            ),
            models.CheckConstraint(
                condition=~Q(standing="dropped") | ~Q(because=""),
                name="cycle_action_dropped_says_why",
                violation_error_message=_("Say why it is not done."),
            ),
        ]
