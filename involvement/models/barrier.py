"""The barrier: what gets in the way of taking part, by the source's own list, until it is gone (R80; c4)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Seat
from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER, runs
from cycle.openness import Openness
from cycle.words import Verb
from people.personal import Class
from people.triggers import Guard

from .agreement import Agreement
from .barrier_step import BarrierStep
from .barriers import BarrierQuerySet

LOGGED = Verb("barrier logged", _("says what gets in the way:"))
ACTED = Verb("barrier acted on", _("did something about what gets in the way:"))
GONE = Verb("barrier gone", _("says that this is gone:"))
STAYS = Verb("barrier stays", _("says that this still gets in the way:"))
TAKEN_BACK = Verb("barrier taken back", _("took back what got in the way:"))
HANDED = Verb("barrier handed over", _("gave into other hands what gets in the way:"))

NOT_INVOLVED = _("Only people who take part in this cycle can say what gets in the way.")
ONLY_YOUR_OWN = _("Choose a group or body that you belong to.")
NOT_YOURS = _("Only the one who said this can say whether it is gone.")
SAY_WHAT = _("Say in a few words what gets in the way.")
SAY_WHAT_WAS_DONE = _("Say what was done about it.")
SAY_WHAT_IS_LEFT = _("Say what still gets in the way.")
NOT_NOW = _("This is settled. If it comes back, say so anew.")
NOTHING_DONE = _("Nothing has been done about it yet.")
OFFICERS_ONLY = _("Choose an officer of this cycle.")


def is_logger(barrier, person):
    """Whether this person said it."""
    return barrier.by_id == person.pk


def cycle_closed(barrier):
    """A sentence when its cycle is closed, else nothing."""
    return CYCLE_CLOSED if barrier.cycle.is_closed else ""


class Barrier(moves.Movable):
    """One thing that gets in the way. owner: the officer who sees to it. is_unnamed: only a convenor knows the name."""

    class Sort(models.TextChoices):
        UNANSWERED = "unanswered", _("Plain questions get no answer")
        SILENT = "silent", _("A few do all the work, and the rest stay silent")
        TICK_BOX = "tick box", _("We are asked only so that a box is ticked")
        PURPOSE = "purpose", _("It is not clear what it is for")
        CULTURE = "culture", _("We and they see things in different ways")
        JARGON = "jargon", _("The words are hard to understand")
        WAVES = "waves", _("Whoever speaks up has to fear for it")
        UNTRUTH = "untruth", _("The truth is not told")
        METHOD = "method", _("The way of asking does not work, or does harm")
        SKILL = "skill", _("Those who ask do not know how to work with us")
        RIVALRY = "rivalry", _("Quarrels between people get in the way")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        OPEN = "open", _("Gets in the way")
        DONE = "done", _("Something was done")
        GONE = "gone", _("Gone")
        TAKEN_BACK = "taken back", _("Taken back")

    READERS = (
        (Openness.INVOLVED, _("Only those who take part in this cycle")),
        (Openness.PUBLIC, _("Everyone")),
    )
    MOVES = {
        "act": moves.Move(ACTED, ("open", "done"), "done", runs, NOT_AN_OFFICER, NOT_NOW, cycle_closed),
        "gone": moves.Move(GONE, ("open", "done"), "gone", is_logger, NOT_YOURS, NOT_NOW, cycle_closed),
        "stays": moves.Move(
            STAYS, ("done",), "open", is_logger, NOT_YOURS, {"open": NOTHING_DONE, "gone": NOT_NOW,
            "taken back": NOT_NOW}, cycle_closed,
        ),
        "take back": moves.Move(TAKEN_BACK, ("open", "done"), "taken back", is_logger, NOT_YOURS, NOT_NOW,
            cycle_closed),
        "hand over": moves.Move(HANDED, ("open",), "open", runs, NOT_AN_OFFICER, NOT_NOW, cycle_closed),
    }  # fmt: skip
    PERSONAL = {"by": Class.SAID, "words": Class.SAID, "owner": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="barriers")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, null=True, blank=True, related_name="barriers")
    sort = models.CharField(_("what gets in the way"), max_length=10, choices=Sort)
    words = models.TextField(_("in their words"))
    openness = models.CharField(_("who may read it"), max_length=8, choices=READERS, default=Openness.INVOLVED)
    is_unnamed = models.BooleanField(_("without a name"), default=False)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="barriers")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="barriers")
    owner = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("who sees to it"))
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    given_at = models.DateTimeField(default=timezone.now)

    objects = BarrierQuerySet.as_manager()

    class Meta:
        verbose_name = _("thing that gets in the way")
        verbose_name_plural = _("what gets in the way")
        ordering = ("-pk",)
        indexes = [models.Index(fields=["cycle", "state", "-id"], name="barrier_of_cycle")]
        constraints = [
            models.CheckConstraint(
                condition=Q(sort__in=["unanswered", "silent", "tick box", "purpose", "culture", "jargon", "waves",
                                      "untruth", "method", "skill", "rivalry", "other"]),
                name="involvement_barrier_sort_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "done", "gone", "taken back"]), name="involvement_barrier_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(openness__in=["public", "involved"]), name="involvement_barrier_openness_is_known"
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.get_sort_display())

    def get_absolute_url(self):
        return self.address("barrier")

    def address(self, name):
        """The address of this barrier, or of something that is done with it."""
        return reverse(name, args=[self.cycle.slug, self.pk])

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def ledger_openness(self):
        return self.openness

    @property
    def where(self):
        """Where it gets in the way: a stage, or the whole cycle."""
        return str(self.stage) if self.stage_id else str(self.cycle)

    @property
    def is_open(self):
        """Whether it still gets in the way, as far as anybody knows."""
        return self.state in (self.State.OPEN, self.State.DONE)

    def name_for(self, person):
        """The name under which this reader sees who said it: by the rule that contributions have (R71)."""
        standing = self.cycle.standing_of(person)
        knows = standing.is_involved and not self.is_unnamed
        if knows or self.participant_id in standing.keeps or (person is not None and person.pk == self.by_id):
            return _("%(name)s, %(party)s") % {"name": self.by.name, "party": self.participant.name}
        return self.participant.somebody

    @classmethod
    def refusal_to_log(cls, cycle, person):
        """Why this person can say nothing of this here, as a sentence; empty when they can."""
        if not cycle.standing_of(person).belongs_to:
            return NOT_INVOLVED
        return CYCLE_CLOSED if cycle.is_closed else ""

    @classmethod
    def log(cls, cycle, by, participant, sort, words, *, stage=None, openness=Openness.INVOLVED, is_unnamed=False):
        """Say what gets in the way. Returns the Barrier. Raises Refused (R80).

        It belongs to who sees to answers in the stage's agreement, else to the lead of the cycle.
        """
        if sentence := cls.refusal_to_log(cycle, by) or ("" if words.strip() else SAY_WHAT):
            raise moves.Refused(sentence)
        if participant.pk not in cycle.standing_of(by).belongs_to:
            raise moves.Refused(ONLY_YOUR_OWN)
        with ledger.writing(cycle):
            made = cls.objects.create(
                cycle=cycle, stage=stage, by=by, participant=participant, sort=sort, words=words.strip(),
                openness=openness, is_unnamed=is_unnamed, owner=_owner(cycle, stage),
            )  # fmt: skip
            ledger.record(
                LOGGED, made, None if is_unnamed else by, cycle=cycle, stage=stage, after={"words": made.words},
                openness=openness, acting_for=participant.acting_name,
            )  # fmt: skip
        return made

    def act(self, by, words):
        """Say what was done about it. Returns the BarrierStep. Raises Refused."""
        if not words.strip():
            raise moves.Refused(SAY_WHAT_WAS_DONE)
        with ledger.writing(self.cycle):
            self.move("act", by, told={"outcome": words.strip()})
            return BarrierStep.objects.create(barrier=self, number=self.steps.count() + 1, words=words.strip(), by=by)

    def say(self, by, is_gone, words=""):
        """Say, as the one who logged it, whether it is gone. Raises Refused."""
        if not is_gone and not words.strip():
            raise moves.Refused(SAY_WHAT_IS_LEFT)
        with ledger.writing(self.cycle):
            self._own_move("gone" if is_gone else "stays", by, words)
            last = self.steps.order_by("number").last()
            if last and not last.verdict:
                last.judge("gone" if is_gone else "stays", words.strip())

    def take_back(self, by):
        """Take it back: it is counted no longer. Raises Refused."""
        self._own_move("take back", by, "")

    def hand_to(self, by, owner):
        """Let another officer see to it. Raises Refused."""
        if not self.cycle.standing_of(owner).runs:
            raise moves.Refused(OFFICERS_ONLY)
        told = {"was": {"carried_out_by": self.owner.name}, "told": {"carried_out_by": owner.name}}
        self.move("hand over", by, owner=owner, **told)

    def _own_move(self, name, by, words):
        told = {"verdict_words": words.strip()} if words.strip() else {}
        self.move(name, by, told=told, acting_for=self.participant.acting_name, is_named=not self.is_unnamed)


def _owner(cycle, stage):
    """Who sees to it first: who sees to the answers of the stage, else the lead."""
    agreement = Agreement.objects.proposed_now(stage).first() if stage else None
    owner = agreement.answered_by if agreement else None
    if owner and cycle.standing_of(owner).runs:
        return owner
    seat = cycle.seats.active().filter(role__in=Seat.RUNNERS).select_related("person").order_by("role", "pk").first()
    return seat.person


GUARD = Guard(
    table="involvement_barrier",
    columns=("id", "cycle_id", "stage_id", "sort", "words", "is_unnamed", "by_id", "participant_id", "given_at"),
    blankable=("words",),
)
