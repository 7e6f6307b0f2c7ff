"""The call-in: other councillors stop a decision, and it is upheld, sent back or overturned (R50; source c4).

One that is sent back or overturned begins a new round of the stage, whose cause is that event. What was recorded
before stays as it was.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ... import ledger, moves
from ...models.cycle import NOT_AN_OFFICER, runs
from ...models.record import Record
from ...models.round import Round
from ...models.stage import Stage, cycle_closed
from ...waits import Waits
from ...words import Verb

UPHELD = Verb("call-in upheld", _("wrote down that the decision was upheld after"))
SENT_BACK = Verb("call-in sent back", _("wrote down that the decision was sent back after"))
OVERTURNED = Verb("call-in overturned", _("wrote down that the decision was overturned after"))

DONE = _("What came of this call-in is written down already.")
FINISH_FIRST = _(
    "A new round of this stage begins with this. Finish the round that is open first, so that what it says stays."
)
SAY_WHY = _("Say why, in the words of those who looked at it.")
NOT_TAKEN = _("Only a decision that was taken can be called in.")


def _closed(call_in):
    """A sentence when its cycle is closed, else nothing."""
    return cycle_closed(call_in.stage)


def _unready_for_a_round(call_in):
    """Why no new round can begin now, as a sentence; one that is being prepared already takes it up."""
    return _closed(call_in) or (FINISH_FIRST if call_in.stage.is_open else "")


def _move(verb, target, unready):
    return moves.Move(verb, ("called in",), target, runs, NOT_AN_OFFICER, DONE, unready)


class CallIn(moves.Movable, Record):
    """A decision was called in: by whom, when and why, who looked at it, and what came of it (R50)."""

    class State(models.TextChoices):
        CALLED_IN = "called in", _("Called in, and not settled")
        UPHELD = "upheld", _("Upheld: the decision stands")
        SENT_BACK = "sent back", _("Sent back to be decided again")
        OVERTURNED = "overturned", _("Overturned")

    SLUG = "call-ins"
    ADD = _("Write down that a decision was called in")
    ABOUT = _("Other councillors can stop a decision for a while and look at it again.")
    OWN_FIELDS = ("decision", "called_in_on", "called_in_by", "grounds", "looked_at_on")
    FIGURE = "state"
    LISTED = ("called_in_on", "called_in_by", "grounds")
    PAGE = "cycle/call_in.html"
    WAITS = Waits("looked_at_on", Q(state="called in"), _("Write down what came of the call-in: “%(title)s”"))
    MOVES = {
        "upheld": _move(UPHELD, "upheld", _closed),
        "sent back": _move(SENT_BACK, "sent back", _unready_for_a_round),
        "overturned": _move(OVERTURNED, "overturned", _unready_for_a_round),
    }
    AGAIN = ("sent back", "overturned")

    PERSONAL = {"called_in_by": Class.NAMED, "settled_by": Class.NAMED}
    PERSONAL_OF = {"called_in_by": None, "settled_by": None}

    decision = models.ForeignKey(
        "cycle.Decision", models.PROTECT, related_name="call_ins", verbose_name=_("decision that was called in"),
        limit_choices_to=Q(taken_on__isnull=False),
    )  # fmt: skip
    called_in_on = models.DateField(_("when it was called in"))
    called_in_by = models.CharField(
        _("who called it in"), max_length=240, help_text=_("People in a public role, or how many of them.")
    )
    grounds = models.TextField(_("why they called it in"))
    looked_at_on = models.DateField(_("when it is looked at, if that is known"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CALLED_IN, editable=False)
    settled_on = models.DateField(_("when that was settled"), null=True, blank=True, editable=False)
    settled_by = models.CharField(_("who settled it"), max_length=240, blank=True, editable=False)
    because = models.TextField(_("why it was settled so"), blank=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = _("call-in")
        verbose_name_plural = _("call-ins")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state="called in", settled_on__isnull=True, settled_by="", because="")
                | (
                    Q(state__in=["upheld", "sent back", "overturned"], settled_on__isnull=False)
                    & ~Q(settled_by="")
                    & ~Q(because="")
                ),
                name="cycle_callin_settled_says_when_by_whom_and_why",
            ),
        ]

    @property
    def ledger_cycle(self):
        return self.stage.cycle

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def ledger_openness(self):
        return self.openness

    @property
    def is_settled(self):
        return self.state != self.State.CALLED_IN

    @property
    def facts(self):
        """As of every record; and what came of it, once that is known."""
        own = [name for name in self.OWN_FIELDS if name not in self.references()]
        return self.facts_in([*own, "state", "settled_on", "settled_by", "because"])

    @property
    def state_in_words(self):
        """Where it stands, with the day on which it was settled."""
        label = str(self.get_state_display())
        return f"{label} ({date_format(self.settled_on, 'j F Y')})" if self.settled_on else label

    def why_cannot_settle(self, person):
        """Why this person cannot write down what came of it at all, as a sentence; empty when they can."""
        return self.refusal("upheld", person)

    def rounds_begun(self):
        """The Rounds of the stage that began because of what came of it."""
        of_it = {"cause__thing_type": self._meta.label_lower, "cause__thing_id": self.pk}
        return Round.objects.filter(stage=self.stage_id, **of_it).order_by("number")

    def on_page(self, reader):
        """The way to write down what came of it, and the round that began with it."""
        return {
            "settle_url": reverse("call_in_outcome", args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk]),
            "settle_refusal": self.why_cannot_settle(reader),
            "runs": runs(self, reader),
            "rounds_begun": list(self.rounds_begun()),
        }

    @classmethod
    def add(cls, by, stage, *, token=None, **said):
        """As with every record; only of a decision that was taken. Raises Refused."""
        if not said["decision"].is_taken:
            raise moves.Refused(NOT_TAKEN)
        return super().add(by, stage, token=token, **said)

    def settle(self, by, outcome, settled_on, settled_by, because):
        """Write down what came of it; sent back or overturned, a new round of the stage begins. Returns the Event.

        outcome: "upheld", "sent back" or "overturned". because: for everybody who may read it. Raises Refused.
        """
        if not because.strip() or not settled_by.strip():
            raise moves.Refused(SAY_WHY)
        with ledger.writing(self.stage.cycle):
            self.stage.refresh_from_db(fields=["state", "round_number"])
            told = {"settled_on": str(settled_on), "settled_by": settled_by}
            event = self.move(
                outcome, by, reason=because, told=told, settled_on=settled_on, settled_by=settled_by, because=because
            )
            if outcome in self.AGAIN and self.stage.state != Stage.State.PREPARING:
                self.stage.begin(by, because, cause=event)
            return event
