"""What came of a meeting: what was decided, with what authority, and who does what by when (R25; c4)."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import CYCLE_CLOSED
from cycle.words import Verb
from people.personal import Class

from .easing import Easing
from .piece import Piece, PieceQuerySet

FINISHED = Verb("meeting action finished", _("said what became of something that a meeting had asked for:"))
NOT_YOURS = _("Only the one who does it, or who keeps the meeting, can say what became of it.")
SAID_ALREADY = _("It is said already what became of this.")
SAY_WHY = _("Say what became of it: others wait to hear it.")
NOT_HELD = _("The day of this meeting has not come yet. What comes of it is written down afterwards.")


class OfOutcome(Piece):
    """What both have in common: they are written down from the day of the meeting on."""

    class Meta(Piece.Meta):
        abstract = True

    @classmethod
    def refusal_to_add(cls, session, person):
        """Why this person can add none to a meeting, as a sentence; empty when they can."""
        if sentence := super().refusal_to_add(session, person):
            return sentence
        return "" if session.is_over else NOT_HELD


class TakenQuerySet(PieceQuerySet):
    def with_who(self):
        """With who decided, and for whom they were there."""
        return self.select_related("who__person", "who__participant")


class Taken(OfOutcome):
    """One thing that was decided in a meeting. who: the Attendance of who decided, None for all who were there.

    was_theirs: whether it was theirs to decide. decided_by: who decides it, where it was not.
    """

    SAID = ("what", "was_theirs", "decided_by")
    PERSONAL = {"by": Class.PART, "who": Class.PART, "what": Class.SAID, "decided_by": Class.NAMED}
    ADDED = Verb("meeting decided", _("wrote down what a meeting decided:"))
    CHANGED = Verb("meeting decision changed", _("changed what is written of a meeting’s decision:"))
    REMOVED = Verb("meeting decision removed", _("took off what a meeting decided:"))

    what = models.TextField(_("what was decided"))
    who = models.ForeignKey("involvement.Attendance", models.PROTECT, null=True, blank=True, related_name="+")
    was_theirs = models.BooleanField(_("it was theirs to decide"))
    decided_by = models.CharField(_("who decides it, when it was not theirs"), max_length=240, blank=True)

    objects = TakenQuerySet.as_manager()

    class Meta(Piece.Meta):
        abstract = False
        verbose_name = _("decision of a meeting")
        verbose_name_plural = _("decisions of meetings")
        constraints = [models.CheckConstraint(condition=~Q(what=""), name="involvement_taken_says_what")]

    def __str__(self):
        return self.what if len(self.what) <= 120 else f"{self.what[:119]}…"

    @property
    def goes_beyond_plan(self):
        """Whether it is said to be theirs, while before the meeting it was said that it is not."""
        return self.was_theirs and self.who is not None and self.who.decides is False


class ActionQuerySet(PieceQuerySet):
    def with_owner(self):
        """With who does it, for whom they were there, and whether they are on a pause (`rests`)."""
        pauses = Easing.objects.in_effect().pauses().filter(person=OuterRef("owner__person"))
        here = pauses.filter(Q(cycle__isnull=True) | Q(cycle=OuterRef("session__stage__cycle")))
        related = self.select_related("owner__person", "owner__participant").annotate(rests=Exists(here))
        return related.order_by("due_on", "pk")

    def waiting_for(self, person, cycles):
        """Those that this person is to do, in these cycles."""
        mine = self.filter(owner__person=person, session__stage__cycle__in=cycles, state="open", removed_at=None)
        return mine.select_related("session", "owner").order_by("due_on", "pk")


class Action(OfOutcome):
    """What somebody who was there does after a meeting, and by when; it is open until they say what became of it."""

    class State(models.TextChoices):
        OPEN = "open", _("Not done yet")
        DONE = "done", _("Done")
        NOT_DONE = "not done", _("Not done")

    SAID = ("what", "due_on")
    PERSONAL = {
        "by": Class.PART,
        "owner": Class.PART,
        "what": Class.SAID,
        "became": Class.SAID,
        "closed_by": Class.PART,
    }
    ADDED = Verb("meeting action added", _("wrote down what is to be done after a meeting:"))
    CHANGED = Verb("meeting action changed", _("changed what is to be done after a meeting:"))
    REMOVED = Verb("meeting action removed", _("took off what was to be done after a meeting:"))

    what = models.CharField(_("what is to be done"), max_length=240)
    owner = models.ForeignKey("involvement.Attendance", models.PROTECT, related_name="+")
    due_on = models.DateField(_("by when"))
    state = models.CharField(_("where it stands"), max_length=8, choices=State, default=State.OPEN)
    became = models.TextField(_("what became of it"), blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")

    objects = ActionQuerySet.as_manager()

    class Meta(Piece.Meta):
        abstract = False
        verbose_name = _("action after a meeting")
        verbose_name_plural = _("actions after meetings")
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="involvement_action_says_what"),
            models.CheckConstraint(
                condition=Q(state="open", became="", closed_at=None, closed_by=None)
                | (Q(state__in=["done", "not done"], closed_at__isnull=False, closed_by__isnull=False) & ~Q(became="")),
                name="involvement_action_end_is_whole_or_absent",
            ),
        ]
        indexes = [models.Index(fields=["owner", "state"], name="action_of_owner")]

    def __str__(self):
        return self.what

    rests = False

    @property
    def is_late(self):
        """Whether its day has passed; nothing is late while the one who does it is on a pause (R72)."""
        return not self.rests and self.state == self.State.OPEN and self.due_on < timezone.localdate()

    def refusal_to_finish(self, person):
        """Why this person cannot say what became of it, as a sentence; empty when they can."""
        if self.owner.person_id != person.pk and self.session.refusal_to_write(person):
            return NOT_YOURS
        if self.session.stage.cycle.is_closed:
            return CYCLE_CLOSED
        return "" if self.state == self.State.OPEN and self.removed_at is None else SAID_ALREADY

    def finish(self, by, *, done, became):
        """Say that it is done, or that it is not, and what became of it. Raises Refused."""
        with ledger.writing(self.session.stage.cycle):
            self.refresh_from_db(fields=["state", "removed_at"])
            if sentence := self.refusal_to_finish(by) or ("" if became.strip() else SAY_WHY):
                raise moves.Refused(sentence, conflict=sentence == SAID_ALREADY)
            self.state = self.State.DONE if done else self.State.NOT_DONE
            self.became, self.closed_at, self.closed_by = became, timezone.now(), by
            self.version += 1
            self.save()
            self._tell(FINISHED, by, {}, {"state": str(self.state), "became": became})
