"""What the front line sees does not work, with a way back to the decision (R58; c5).

People of the front line say it as they say anything, and are owed an answer. An officer takes it up as one of these. It
ends with something put right, with the decision looked at again, or with the reason why not.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ... import ledger, moves
from ...models.record import Record
from ...models.round import Round
from ...pieces import Piece
from ...waits import Waits

NAMES_NONE = _("This report does not ask for a decision to be looked at again.")
LOOKED_AT_ALREADY = _("The decision is looked at again for this report already.")


class FrontLineReport(Record):
    """Evidence of what works and what does not, what is asked for, and what came of it."""

    class Works(models.TextChoices):
        WORKS = "works", _("It works")
        PARTLY = "works partly", _("It works in part")
        DOES_NOT = "does not work", _("It does not work")

    class Asks(models.TextChoices):
        KNOWN = "known", _("That it is known")
        PUT_RIGHT = "put right", _("That something is put right")
        LOOK_AGAIN = "look again", _("That a decision is looked at again")

    class LedTo(models.TextChoices):
        OPEN = "open", _("Still open")
        PUT_RIGHT = "put right", _("Something was put right")
        AGAIN = "again", _("The decision is looked at again")
        NOTHING = "nothing", _("Nothing was done, for a reason")

    SLUG = "front-line"
    PIECE = Piece.FRONT_LINE
    ADD = _("Add what the front line reports")
    ABOUT = _("What those who do the work see. Each report ends with a change, or with the reason for none.")
    PROMPT = _("You work there? Say what does not work, and how you know")
    OWN_FIELDS = (
        "reported_by", "works", "evidence", "asks", "decision", "answer_by", "led_to", "put_right", "because",
    )  # fmt: skip
    ASKED_UNDER = {
        "asks": {"look again": ("decision",)},
        "led_to": {"put right": ("put_right",), "nothing": ("because",)},
    }
    STANDINGS_OF = {"reported_by": ("staff", "providers")}
    FIGURE = "works"
    LISTED = ("reported_by", "asks", "led_to", "put_right", "because")
    PAGE = "cycle/front_line.html"
    WAITS = Waits("answer_by", Q(led_to="open"), _("Say what comes of what the front line reports: “%(title)s”"))

    reported_by = models.ForeignKey(
        "cycle.Participant", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("team or provider from which it comes"),
    )  # fmt: skip
    works = models.CharField(_("does it work?"), max_length=14, choices=Works)
    evidence = models.TextField(_("how they know it"), help_text=_("What was seen or counted, where and how often."))
    asks = models.CharField(_("what they ask for"), max_length=10, choices=Asks, default=Asks.KNOWN)
    decision = models.ForeignKey(
        "cycle.Decision", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("decision that they ask to look at again"),
    )  # fmt: skip
    answer_by = models.DateField(_("by when it is said what comes of it"))
    led_to = models.CharField(_("what came of it"), max_length=9, choices=LedTo, default=LedTo.OPEN)
    put_right = models.TextField(_("what was put right"), blank=True)
    because = models.TextField(_("why nothing was done"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("report from the front line")
        verbose_name_plural = _("what the front line reports")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(asks="look again") | Q(decision__isnull=False),
                name="cycle_frontlinereport_names_its_decision",
                violation_error_message=_("Choose the decision that is to be looked at again."),
            ),
            models.CheckConstraint(
                condition=~Q(led_to="again") | Q(asks="look again"),
                name="cycle_frontlinereport_looked_at_what_was_asked",
                violation_error_message=_("A decision is looked at again only where that is what they ask for."),
            ),
            models.CheckConstraint(
                condition=~Q(led_to="put right") | ~Q(put_right=""),
                name="cycle_frontlinereport_put_right_says_what",
                violation_error_message=_("Say what was put right."),
            ),
            models.CheckConstraint(
                condition=~Q(led_to="nothing") | ~Q(because=""),
                name="cycle_frontlinereport_nothing_says_why",
                violation_error_message=_("Say why nothing was done."),
            ),
        ]

    @property
    def came_of_it(self):
        """What was put right, or why nothing was; empty while that is open."""
        return {self.LedTo.PUT_RIGHT: self.put_right, self.LedTo.NOTHING: self.because}.get(self.led_to, "")

    def concerns(self, changed, is_new):
        """That a decision is looked at again concerns the stage of the decision, where it can be named as the cause."""
        return [self.decision.stage] if "led_to" in changed and self.led_to == self.LedTo.AGAIN else ""

    def rounds_begun(self):
        """The Rounds that began because of this report, oldest first."""
        cause = {"cause__thing_type": self._meta.label_lower, "cause__thing_id": self.pk}
        return Round.objects.filter(stage__cycle_id=self.stage.cycle_id, **cause).select_related("stage").order_by("pk")

    def why_cannot_look_again(self, person):
        """Why this person cannot have the decision looked at again for it, as a sentence; empty when they can."""
        if sentence := self.why_cannot_change(person):
            return sentence
        if self.asks != self.Asks.LOOK_AGAIN:
            return NAMES_NONE
        if self.led_to == self.LedTo.AGAIN:
            return LOOKED_AT_ALREADY
        decision = self.decision.stage
        decision.cycle = self.stage.cycle
        return decision.refusal("begin", person)

    def look_again(self, by, version, reason):
        """Begin a new round of the decision's stage, with this report as its cause. Returns the Round.

        Raises Refused, and Conflict when somebody else has changed the report since `version` was read.
        """
        with ledger.writing(self.stage.cycle):
            if sentence := self.why_cannot_look_again(by):
                raise moves.Refused(sentence)
            event = self.revise(by, version, reason, led_to=self.LedTo.AGAIN)
            decision = self.decision.stage
            decision.cycle = self.stage.cycle
            came_from = self.stage if self.stage.round_number else None
            return decision.begin(by, reason, cause=event, came_from=came_from)

    def on_page(self, reader):
        """The rounds that it brought about, and whether the reader can have the decision looked at again."""
        return {
            "rounds": list(self.rounds_begun()),
            "again_refusal": self.why_cannot_look_again(reader),
            "asks_again": self.asks == self.Asks.LOOK_AGAIN and self.led_to != self.LedTo.AGAIN,
        }
