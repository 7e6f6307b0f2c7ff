"""What a visit found: who has to reply by when, and what was done with it in the contract or the design (R60)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...models.record import Record
from ...models.visit_reply import VisitReply
from ...waits import Waits


class VisitFinding(Record):
    """One thing that those who went want to be known or changed, in their words; it ends with a change or a reason."""

    class Sort(models.TextChoices):
        GOOD = "good", _("It is good, and should stay so")
        CHANGE = "change", _("It has to become better")
        HARM = "harm", _("It hurts people, and cannot wait")

    class LedTo(models.TextChoices):
        OPEN = "open", _("Still open")
        CONTRACT = "contract", _("Something was changed in the contract or how it is kept")
        DESIGN = "design", _("Something was changed in how the service is made")
        NOT_CHANGED = "not changed", _("Nothing was changed, for a reason")

    SLUG = "visit-findings"
    ADD = _("Add what a visit found")
    ABOUT = _("Each of these is replied to, and ends with a change or with the reason for none.")
    OWN_FIELDS = ("visit", "sort", "asked_for", "replies_from", "reply_by", "led_to", "changed_what", "because")
    ASKED_UNDER = {
        "led_to": {"not changed": ("because",)},
    }
    STANDINGS_OF = {"replies_from": ("staff", "providers")}
    FIGURE = "sort"
    LISTED = ("replies_from", "reply_by", "led_to", "changed_what", "because")
    SAID_IN = "replies"
    PAGE = "cycle/visit_finding.html"
    WAITS = Waits(
        "reply_by", Q(replies__isnull=True), _("Ask for the reply to what a visit found: “%(title)s”"),
        hears="replies_from", asked=_("Reply to what a visit found: “%(title)s”"), page="visit_reply",
    )  # fmt: skip

    summary = models.TextField(_("what was found, in the words of those who went"))
    visit = models.ForeignKey("cycle.Visit", models.PROTECT, related_name="findings", verbose_name=_("at which visit"))
    sort = models.CharField(_("how it is"), max_length=6, choices=Sort)
    asked_for = models.TextField(_("what they ask for"), blank=True)
    replies_from = models.ForeignKey(
        "cycle.Participant", models.PROTECT, related_name="+", verbose_name=_("who has to reply to it")
    )
    reply_by = models.DateField(_("by when they reply"))
    led_to = models.CharField(_("what came of it"), max_length=11, choices=LedTo, default=LedTo.OPEN)
    changed_what = models.TextField(_("what was changed"), blank=True, help_text=_("Only when something was changed."))
    because = models.TextField(_("why nothing was changed"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("finding of a visit")
        verbose_name_plural = _("findings of visits")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(led_to__in=["contract", "design"]) | ~Q(changed_what=""),
                name="cycle_visitfinding_changed_says_what",
                violation_error_message=_("Say what was changed."),
            ),
            models.CheckConstraint(
                condition=~Q(led_to="not changed") | ~Q(because=""),
                name="cycle_visitfinding_not_changed_says_why",
                violation_error_message=_("Say why nothing was changed."),
            ),
        ]

    @property
    def came_of_it(self):
        """What was changed, or why nothing was; empty while that is open."""
        return self.because if self.led_to == self.LedTo.NOT_CHANGED else self.changed_what

    def on_page(self, reader):
        """Every reply, oldest first, and whether this reader can give one."""
        return {
            "replies": list(VisitReply.objects.about([self])),
            "reply_refusal": VisitReply.why_cannot_say(self, reader, self.replies_from),
        }
