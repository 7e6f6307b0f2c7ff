"""The milestones: what has to be there by when, what was decided, and what arrived in the eyes of both sides (R57)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record
from ...waits import Waits


class Arrived(models.TextChoices):
    """How far what arrived is what was decided."""

    AS_DECIDED = "as decided", _("It is what was decided")
    IN_PART = "in part", _("It is so in part")
    OTHER = "other", _("It is something else")


class Milestone(Record):
    """Something that is to be reached by a day, who leads it, when it was reached, and whether it is what was decided.

    Officers and users judge it apart; neither word replaces the other.
    """

    SLUG = "milestones"
    CARRIES_PROMISES = True
    ADD = _("Add a milestone")
    ABOUT = _("What has to be there by when, and whether what arrives is what was decided.")
    PROMPT = _("Say whether what arrived is what was decided")
    OWN_FIELDS = (
        "decision", "lead", "due_on", "reached_on", "what_arrived", "officers_say", "users_say", "users_words",
    )  # fmt: skip
    FIGURE = "due_on"
    LISTED = ("lead", "reached_on", "officers_say", "users_say")
    WAITS = Waits("due_on", Q(reached_on__isnull=True), _("Say whether it has arrived: “%(title)s”"))

    PERSONAL = {"lead": Class.NAMED}
    PERSONAL_OF = {"lead": None}

    decision = models.ForeignKey(
        "cycle.Decision", models.PROTECT, null=True, blank=True, related_name="milestones",
        verbose_name=_("decision that it carries out"),
    )  # fmt: skip
    lead = models.CharField(_("who leads it"), max_length=160)
    due_on = models.DateField(_("due on"))
    reached_on = models.DateField(_("reached on"), null=True, blank=True)
    what_arrived = models.TextField(_("what arrived"), blank=True)
    officers_say = models.CharField(
        _("whether officers find it is what was decided"), max_length=10, choices=Arrived, blank=True
    )
    users_say = models.CharField(
        _("whether users find it is what was decided"), max_length=10, choices=Arrived, blank=True,
        help_text=_("Only what users have said themselves."),
    )  # fmt: skip
    users_words = models.TextField(_("what users say of it, in their words"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(reached_on__isnull=True) | ~Q(what_arrived=""),
                name="cycle_milestone_reached_says_what_arrived",
                violation_error_message=_("Say what arrived."),
            ),
            models.CheckConstraint(
                condition=Q(users_say="") | ~Q(users_words=""),
                name="cycle_milestone_users_verdict_has_their_words",
                violation_error_message=_("Write down what users say of it, in their words."),
            ),
        ]

    @property
    def is_judged_differently(self):
        """Whether both sides have judged what arrived, and not alike."""
        return bool(self.officers_say and self.users_say) and self.officers_say != self.users_say
