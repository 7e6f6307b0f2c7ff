"""The stage: one kind of work in one cycle. Stages form a graph: any may be entered, in parallel and again (R3)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import kinds, ledger, moves
from ..words import Verb
from .cycle import CYCLE_CLOSED, NOT_AN_OFFICER, Cycle, runs
from .round import Round

BEGUN = Verb("stage begun", _("began to prepare"))
OPENED = Verb("stage opened", _("opened"))
FINISHED = Verb("stage finished", _("finished"))

SAY_WHY = _("Say why this stage is begun, so that others can follow.")
NOT_FROM_THERE = _("One comes here from another stage of this cycle that has been begun.")


def cycle_closed(stage):
    """A sentence when the stage's cycle is closed, else nothing."""
    return CYCLE_CLOSED if stage.cycle.is_closed else ""


def unready_to_open(stage):
    """The first thing that the stage lacks before it can open, as a sentence."""
    return cycle_closed(stage) or next(filter(None, (check(stage) for check in stage.kind.unready_to_open)), "")


def unready_to_finish(stage):
    """The first thing that the stage lacks before it can be finished, as a sentence."""
    return cycle_closed(stage) or next(filter(None, (check(stage) for check in stage.kind.unready_to_finish)), "")


class StageQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """The stages of the cycles (or of the one) that this person may know of: all see the whole cycle (R6)."""
        if cycle is not None:
            return self.filter(cycle=cycle) if cycle.is_known_to(person) else self.none()
        return self.filter(cycle__in=Cycle.objects.visible_to(person))

    def begun(self):
        """Those that somebody has ever worked on."""
        return self.filter(round_number__gte=1)

    def under_way(self):
        """Those that somebody is working on: in preparation or open."""
        return self.filter(state__in=["preparing", "open"])

    def touched_in(self, events):
        """Those that one of these events belongs to."""
        return self.filter(pk__in=events.values("stage_id"))


class Stage(moves.Movable):
    """One stage of a cycle; `round_number` is the current round, 0 before the first."""

    class State(models.TextChoices):
        NOT_YET = "not yet", _("Not yet")
        PREPARING = "preparing", _("Being prepared")
        OPEN = "open", _("Open")
        FINISHED = "finished", _("Finished")

    MOVES = {
        "begin": moves.Move(
            BEGUN, ("not yet", "finished"), "preparing", runs, NOT_AN_OFFICER,
            _("This stage is under way already."), cycle_closed,
        ),
        "open": moves.Move(
            OPENED, ("preparing",), "open", moves.anyone, "",
            {
                "not yet": _("This stage has not been begun yet."),
                "open": _("This stage is open already."),
                "finished": _("This stage is finished. Begin a new round first."),
            },
            unready_to_open,
        ),
        "finish": moves.Move(
            FINISHED, ("open",), "finished", runs, NOT_AN_OFFICER,
            _("Only an open stage can be finished."), unready_to_finish,
        ),
    }  # fmt: skip

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="stages")
    kind_slug = models.CharField(max_length=24)
    place = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.NOT_YET)
    round_number = models.PositiveSmallIntegerField(default=0)

    objects = StageQuerySet.as_manager()

    class Meta:
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        ordering = ("cycle_id", "place")
        constraints = [
            models.UniqueConstraint(fields=["cycle", "kind_slug"], name="cycle_stage_kind_once_in_a_cycle"),
            models.CheckConstraint(
                condition=Q(state__in=["not yet", "preparing", "open", "finished"]), name="cycle_stage_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state="not yet", round_number=0) | (~Q(state="not yet") & Q(round_number__gte=1)),
                name="cycle_stage_begun_has_a_round",
            ),
        ]

    def __str__(self):
        return str(self.kind.name)

    def get_absolute_url(self):
        return reverse("stage", args=[self.cycle.slug, self.kind_slug])

    @property
    def kind(self):
        """The Kind of this stage."""
        return kinds.KINDS[self.kind_slug]

    @property
    def ledger_stage(self):
        return self

    @property
    def current_round(self):
        """The Round under way or last finished; None before the first."""
        return self.rounds.filter(number=self.round_number).first() if self.round_number else None

    @property
    def is_open(self):
        return self.state == self.State.OPEN

    def may_be_entered_from(self):
        """The stages from which one may come to this one: all others of the cycle that were ever begun."""
        return type(self).objects.filter(cycle=self.cycle_id).exclude(pk=self.pk).begun()

    def begin(self, by, reason, cause=None, came_from=None):
        """Begin the first or a further round, for a reason that all can read (R3). Returns the Round. Raises Refused.

        cause: the Event that brought it about. came_from: the Stage whose work led here; None for a fresh start.
        """
        if not reason.strip():
            raise moves.Refused(SAY_WHY)
        if came_from and not self.may_be_entered_from().filter(pk=came_from.pk).exists():
            raise moves.Refused(NOT_FROM_THERE)
        with ledger.writing(self.cycle):
            number = self.round_number + 1
            told = {"came_from": str(came_from)} if came_from else {}
            self.move("begin", by, reason=reason, told=told, round_number=number)
            return Round.objects.create(
                stage=self, number=number, reason=reason, cause=cause, came_from=came_from, begun_by=by
            )

    def open(self, by, reason, acting_for=""):
        """Open the round. Called by a signature or an override, which have asked who may (R9). Raises Refused."""
        with ledger.writing(self.cycle):
            event = self.move("open", by, reason=reason, acting_for=acting_for)
            self.rounds.filter(number=self.round_number).update(opened_at=timezone.now())
            return event

    def finish(self, by, reason=""):
        """Finish the round. Raises Refused."""
        with ledger.writing(self.cycle):
            event = self.move("finish", by, reason=reason)
            self.rounds.filter(number=self.round_number).update(finished_at=timezone.now(), finished_because=reason)
            return event
