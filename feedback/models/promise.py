"""The promise: who promised what to whom, by when, with what authority, and whether it was kept (R78)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Seat
from cycle.models.stage import cycle_closed
from cycle.openness import Openness
from cycle.words import Verb
from people.personal import Class
from people.triggers import Guard

from .promises import PromiseQuerySet

PROMISED = Verb("promise made", _("promised:"))
KEPT = Verb("promise kept", _("says that this promise is kept:"))
PARTLY = Verb("promise kept in part", _("says that this promise is kept in part:"))
BROKEN = Verb("promise not kept", _("says that this promise was not kept:"))
POSTPONED = Verb("promise postponed", _("gave another day for the promise:"))
TAKEN_OVER = Verb("promise taken over", _("gave into other hands the promise:"))

NO_SEAT = _("Only people with a seat in this cycle can make a promise here.")
NOT_YOURS = _("Only the one who made this promise, the one who carries it out, or an officer can say this.")
SAID_SO_ALREADY = _("This promise is marked so already.")
NOT_OPEN = _("What came of this promise is written down already.")
TO_NOBODY = _("Say to whom it is promised.")
SAY_WHAT = _("Say what was promised, and with what authority.")
SAY_WHAT_HAPPENED = _("Say what happened.")
SAY_WHY = _("Say why it was not kept, or not all of it. Say it as it is.")
SAY_WHY_THE_OWNER = _("Say why somebody else carries it out from now on.")
THEY_CANNOT_READ = _("Those to whom it is promised have to be able to read it. Let them.")
SAY_WHY_THE_DAY = _("Say why it gets another day. Everybody who can read the promise reads this.")
SAME_DAY = _("This is the day that it has already.")
ANOTHER_OWNER = _("Choose somebody else who holds a seat in this cycle.")


def has_part(promise, person):
    """Whether this person made the promise, carries it out or runs the cycle, and holds a seat today."""
    standing = promise.cycle.standing_of(person)
    if not standing.roles:
        return False
    return standing.runs or person.pk in (promise.promised_by_id, promise.owner_id)


def _concluding(verb, target):
    """The move to what came of it; a judgement may be put right, and the ledger keeps the earlier one."""
    sources = tuple(state for state in ("open", "kept", "partly", "broken") if state != target)
    return moves.Move(verb, sources, target, has_part, NOT_YOURS, SAID_SO_ALREADY)


class Promise(moves.Movable):
    """Something that somebody with a seat said they would do. Its words stand; what came of it moves.

    promised_as: their role on that day. authority: what lets them promise it, in words; beyond: whether it is more than
    they may decide. answer: the Answer that it was made with, or None. first_due_on stays when the day moves.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Still to be kept")
        KEPT = "kept", _("Kept")
        PARTLY = "partly", _("Kept in part")
        BROKEN = "broken", _("Not kept")

    class Ground(models.TextChoices):
        SEAT = "seat", _("It is within what they may decide")
        AGREEMENT = "agreement", _("The agreement says so")
        DECISION = "decision", _("It was decided")
        BEYOND = "beyond", _("It is more than they may decide alone")

    READERS = (
        (Openness.PUBLIC, _("Everyone")),
        (Openness.INVOLVED, _("Only those who take part in this cycle")),
        (Openness.WITHHELD, _("Only those with a seat, and those to whom it was promised for what they said")),
    )
    ANSWERED_BY = "contribution answered"  # the verb of an answer, which may end the promise of an earlier one
    CONCLUDED = (State.KEPT, State.PARTLY, State.BROKEN)
    MOVES = {
        "kept": _concluding(KEPT, "kept"),
        "partly": _concluding(PARTLY, "partly"),
        "broken": _concluding(BROKEN, "broken"),
        "postpone": moves.Move(POSTPONED, ("open",), "open", has_part, NOT_YOURS, NOT_OPEN),
        "hand over": moves.Move(TAKEN_OVER, ("open",), "open", has_part, NOT_YOURS, NOT_OPEN),
    }

    PERSONAL = {"promised_by": Class.PART, "owner": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="promises")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="promises")
    what = models.TextField(_("what is promised"))
    promised_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("who promised"))
    promised_as = models.CharField(_("as"), max_length=10, choices=Seat.Role)
    ground = models.CharField(_("with what authority"), max_length=10, choices=Ground)
    authority = models.TextField(_("what lets them promise it"))
    to = models.ManyToManyField("cycle.Participant", related_name="promises", verbose_name=_("to whom"))
    contributions = models.ManyToManyField("feedback.Contribution", related_name="promises")
    answer = models.OneToOneField(
        "feedback.Answer", models.PROTECT, null=True, blank=True, related_name="promise", verbose_name=_("the answer")
    )
    first_due_on = models.DateField(_("the first day"))
    due_on = models.DateField(_("by when"))
    owner = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("who carries it out"))
    openness = models.CharField(_("who may read it"), max_length=8, choices=READERS, default=Openness.PUBLIC)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    outcome = models.TextField(_("what happened"), blank=True)
    because = models.TextField(_("why it was not kept"), blank=True)
    evidence = models.ForeignKey(
        "cycle.Event", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("where it can be seen")
    )
    concluded_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", concluded_at__isnull=True, outcome="", because="", evidence__isnull=True)
                | (Q(state="kept", concluded_at__isnull=False, because="") & ~Q(outcome=""))
                | (Q(state__in=["partly", "broken"], concluded_at__isnull=False) & ~Q(outcome="") & ~Q(because="")),
                name="feedback_promise_says_what_came_of_it",
            ),
            models.CheckConstraint(
                condition=Q(ground__in=["seat", "agreement", "decision", "beyond"]),
                name="feedback_promise_ground_is_known",
            ),
            models.CheckConstraint(
                condition=Q(openness__in=["public", "involved", "withheld"]), name="feedback_promise_openness_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "state", "id"], name="promise_of_stage"),
            models.Index(fields=["cycle", "state", "id"], name="promise_of_cycle"),
            models.Index(fields=["owner", "state", "due_on"], name="promise_due"),
        ]

    def __str__(self):
        words = self.what.split()
        return " ".join(words[:12]) + ("…" if len(words) > 12 else "")

    def get_absolute_url(self):
        return self.address("promise")

    def address(self, name):
        """The address of the promise, or of something that is done with it."""
        return reverse(name, args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk])

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def ledger_openness(self):
        return self.openness

    @property
    def is_open(self):
        return self.state == self.State.OPEN

    @property
    def is_late(self):
        """Whether its day has passed and nobody has said what came of it."""
        return self.is_open and self.due_on < timezone.localdate()

    @property
    def is_beyond(self):
        return self.ground == self.Ground.BEYOND

    @property
    def was_moved(self):
        """Whether it has another day than the first one."""
        return self.due_on != self.first_due_on

    @property
    def waits_for_verdicts(self):
        """Whether those to whom it was promised can say now whether it is kept."""
        return not self.is_open or self.is_late

    @classmethod
    def refusal_to_make(cls, stage, person):
        """Why this person cannot promise anything in this stage now; empty when they can."""
        return cycle_closed(stage) if stage.cycle.standing_of(person).roles else NO_SEAT

    @classmethod
    def make(
        cls, stage, by, *, what, ground, authority, due_on, owner=None, to=(), contributions=(), openness="public"
    ):
        """Make a promise in a stage, to participants or to those who gave these contributions. Raises Refused (R78).

        ground: what lets `by` promise it; authority: the same in words. owner: who carries it out, `by` themselves
        unless another is given. Returns the Promise.
        """
        if sentence := cls.refusal_to_make(stage, by) or _faulty(stage, what, authority, to, contributions, openness):
            raise moves.Refused(sentence)
        owner = owner or by
        if not stage.cycle.seats.active().filter(person=owner).exists():
            raise moves.Refused(ANOTHER_OWNER)
        with ledger.writing(stage.cycle):
            new = cls.add_row(
                stage, by, what=what, ground=ground, authority=authority, due_on=due_on, owner=owner, openness=openness
            )
            new.to.set(to)
            new.contributions.set(contributions)
            told = {"what": what, "due_on": str(due_on), "ground": str(ground), "authority": authority}
            told |= {"carried_out_by": owner.name, "promised_to": ", ".join(each.name for each in to)}
            ledger.record(PROMISED, new, by, cycle=stage.cycle, stage=stage, after=told, openness=openness)
        return new

    @classmethod
    def add_row(cls, stage, by, **said):
        """The row alone, for a verb that writes the event itself. `by` promises it in their first role."""
        role = min(stage.cycle.standing_of(by).roles, key=list(Seat.Role).index)
        return cls.objects.create(
            cycle=stage.cycle, stage=stage, promised_by=by, promised_as=role, first_due_on=said["due_on"], **said
        )

    def conclude(self, by, state, outcome, because="", evidence=None):
        """Say what came of it: "kept", "partly" or "broken", what happened, and why not. Raises Refused (R78).

        evidence: the Event in which it can be seen. Returns the Event that was written.
        """
        if not outcome.strip():
            raise moves.Refused(SAY_WHAT_HAPPENED)
        because = "" if state == self.State.KEPT else because
        if state != self.State.KEPT and not because.strip():
            raise moves.Refused(SAY_WHY)
        told = {"outcome": outcome, "because": because}
        told["seen_in"] = _("event %(number)d") % {"number": evidence.number} if evidence else ""
        told = {name: str(value) for name, value in told.items() if value}
        changes = {"outcome": outcome, "because": because, "evidence": evidence, "concluded_at": timezone.now()}
        return self.move(state, by, told=told, **changes)

    def postpone(self, by, due_on, reason):
        """Give it another day, for a reason that all its readers read; the first day stays. Raises Refused."""
        if not reason.strip():
            raise moves.Refused(SAY_WHY_THE_DAY)
        if due_on == self.due_on:
            raise moves.Refused(SAME_DAY)
        days = {"was": {"due_on": str(self.due_on)}, "told": {"due_on": str(due_on)}}
        return self.move("postpone", by, reason=reason, due_on=due_on, **days)

    def hand_over(self, by, owner, reason):
        """Let somebody else with a seat carry it out. Raises Refused."""
        if not reason.strip():
            raise moves.Refused(SAY_WHY_THE_OWNER)
        if owner.pk == self.owner_id or not self.cycle.seats.active().filter(person=owner).exists():
            raise moves.Refused(ANOTHER_OWNER)
        names = {"was": {"carried_out_by": self.owner.name}, "told": {"carried_out_by": owner.name}}
        return self.move("hand over", by, reason=reason, owner=owner, **names)


def authority_of(stage, person):
    """What this person may decide in the cycle, in the words of their seats."""
    seats = stage.cycle.seats.active().filter(person=person).order_by("role")
    return " ".join(seat.limits for seat in seats if seat.limits)


def _faulty(stage, what, authority, to, contributions, openness):
    """What is missing or does not fit in a promise, as a sentence; empty when it can be made."""
    if not what.strip() or not authority.strip():
        return SAY_WHAT
    if not to and not contributions:
        return TO_NOBODY
    if any(each.cycle_id != stage.cycle_id for each in (*to, *contributions)):
        return TO_NOBODY
    return THEY_CANNOT_READ if to and openness == Openness.WITHHELD else ""


GUARD = Guard(
    table="feedback_promise",
    columns=(
        "id", "cycle_id", "stage_id", "what", "promised_by_id", "promised_as", "ground", "authority", "answer_id",
        "first_due_on", "openness", "made_at",
    ),
    blankable=("what", "authority"),
)  # fmt: skip
