"""The hand-over: what one person passes on of a stage to the person who goes on, read and acknowledged (R7)."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Person
from people.personal import Class
from people.triggers import Guard

from .. import ledger, moves
from ..snapshot import facts_of, snapshot
from ..words import Verb
from .cycle import CYCLE_CLOSED
from .seat import Seat

GIVEN = Verb("handover given", _("wrote the"))
RECEIVED = Verb("handover received", _("read the"))
WITHDRAWN = Verb("handover withdrawn", _("took back the"))

NO_SEAT = _("Only those who hold a seat in this cycle can hand a stage over.")
NOT_BEGUN = _("This stage has not been begun, so there is nothing to hand over yet.")
NOBODY_ELSE = _("Nobody else holds a seat in this cycle yet. Give the person who goes on a seat first.")
NOT_TO_THEM = _("You can hand over to somebody else who holds a seat in this cycle today.")
NOT_FOR_THAT = _("You can hand over for a stage of the same cycle.")
SAY_BOTH = _("Write what came of it, and the thinking behind it.")
NOT_THE_RECEIVER = _("Only the person to whom it is handed over can say that they have read it.")
NOT_THE_GIVER = _("Only the person who wrote this hand-over can take it back.")
NOT_NOW = {
    "received": _("This hand-over has been read already."),
    "withdrawn": _("This hand-over was taken back."),
}


def is_receiver(handover, person):
    """Whether it is handed over to this person, and they still hold a seat."""
    return handover.given_to_id == person.pk and bool(handover.ledger_cycle.standing_of(person).roles)


def is_giver(handover, person):
    """Whether this person wrote it, and they still hold a seat."""
    return handover.given_by_id == person.pk and bool(handover.ledger_cycle.standing_of(person).roles)


def cycle_closed(handover):
    """A sentence when its cycle is closed, else nothing."""
    return CYCLE_CLOSED if handover.ledger_cycle.is_closed else ""


def why_cannot_give(stage, person):
    """Why this person cannot hand over what came of this stage, as a sentence; empty when they can."""
    if not stage.cycle.standing_of(person).roles:
        return NO_SEAT
    if stage.cycle.is_closed:
        return CYCLE_CLOSED
    if not stage.round_number:
        return NOT_BEGUN
    return "" if may_receive(stage, person).exists() else NOBODY_ELSE


def may_receive(stage, giver):
    """The people to whom this person may hand a stage over: everybody else who holds a seat today."""
    others = Seat.objects.active().filter(cycle=stage.cycle_id).exclude(person=giver)
    return Person.objects.filter(pk__in=others.values("person_id")).order_by("name", "pk")


def left_open_by(seat):
    """The stages under way, while the runner who holds this seat has handed nothing of them over; else none (R7)."""
    stages = list(seat.cycle.stages.under_way()) if seat.role in Seat.RUNNERS and seat.is_active else []
    by_them = HandOver.objects.filter(given_by=seat.person_id).exclude(state="withdrawn")
    if not stages or by_them.filter(Q(stage__in=stages) | Q(for_stage__in=stages)).exists():
        return []
    return stages


class HandOverQuerySet(models.QuerySet):
    def told(self):
        """With everything that a page says of a hand-over."""
        return self.select_related("stage", "for_stage", "given_by", "given_to")

    def touching(self, stage):
        """Those of a stage and those for it, oldest first."""
        return self.filter(Q(stage=stage) | Q(for_stage=stage)).told().order_by("pk")

    def waiting_for(self, person, cycles):
        """Those in these cycles that this person has still to read, oldest first."""
        return self.filter(state="given", given_to=person, stage__cycle__in=cycles).told().order_by("pk")


class HandOver(moves.Movable):
    """What came of a stage and why, from one person to another; its words stand, so that they can be gone back to."""

    class State(models.TextChoices):
        GIVEN = "given", _("Waits to be read")
        RECEIVED = "received", _("Read")
        WITHDRAWN = "withdrawn", _("Taken back")

    MOVES = {
        "receive": moves.Move(
            RECEIVED, ("given",), "received", is_receiver, NOT_THE_RECEIVER, NOT_NOW, cycle_closed
        ),
        "withdraw": moves.Move(WITHDRAWN, ("given",), "withdrawn", is_giver, NOT_THE_GIVER, NOT_NOW, cycle_closed),
    }  # fmt: skip
    NEEDED = ("outputs", "thinking")
    TEXT_FIELDS = (*NEEDED, "still_open", "look_out_for")

    PERSONAL = {"given_by": Class.PART, "given_to": Class.PART}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="handovers")
    for_stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="+", verbose_name=_("for which stage"))
    outputs = models.TextField(_("what came of it"))
    thinking = models.TextField(_("the thinking behind it"))
    still_open = models.TextField(_("what is still open"), blank=True)
    look_out_for = models.TextField(_("for whom to look out"), blank=True)
    given_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    given_to = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("who goes on"))
    given_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.GIVEN)
    received_words = models.TextField(_("what the one who goes on says to it"), blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(state="received", received_at__isnull=False)
                | Q(state__in=["given", "withdrawn"], received_at__isnull=True, received_words=""),
                name="cycle_handover_read_has_its_time",
            ),
            models.CheckConstraint(
                condition=~Q(outputs="") & ~Q(thinking=""), name="cycle_handover_says_what_and_why"
            ),
            models.CheckConstraint(
                condition=~Q(given_by=F("given_to")), name="cycle_handover_is_between_two_people"
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["given_to", "state"], name="cycle_handover_waiting")]

    def __str__(self):
        return _("hand-over of %(stage)s to %(name)s") % {"stage": self.stage, "name": self.given_to.name}

    def get_absolute_url(self):
        return self.get_url("handover")

    def get_url(self, name):
        """The address of one of its pages."""
        return reverse(name, args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk])

    @property
    def ledger_cycle(self):
        return self.stage.cycle

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def is_waiting(self):
        """Whether the one who goes on has still to read it."""
        return self.state == self.State.GIVEN

    @property
    def facts(self):
        """What it says, as (label, words) pairs; what was left empty is left out."""
        return facts_of(self, self.TEXT_FIELDS)

    @classmethod
    def give(cls, by, stage, given_to, for_stage, *, token=None, **said):
        """Hand over what came of a stage, for another or for the same. A second time with the same token is the first.

        said: field -> text for `TEXT_FIELDS`. Returns the HandOver. Raises Refused (R7).
        """
        with ledger.writing(stage.cycle):
            if sentence := why_cannot_give(stage, by) or _unfit(stage, by, given_to, for_stage, said):
                raise moves.Refused(sentence)
            if token and (there := cls.objects.filter(token=token, stage=stage, given_by=by).first()):
                return there
            new = cls(stage=stage, for_stage=for_stage, given_by=by, given_to=given_to, **said)
            new.token = token if token and not cls.objects.filter(token=token).exists() else new.token
            new.save(force_insert=True)
            ledger.record(GIVEN, new, by, cycle=stage.cycle, stage=stage, after=snapshot(new, cls.TEXT_FIELDS))
        return new

    def receive(self, by, words=""):
        """Say that one has read it, in words if one likes. Returns the Event. Raises Refused (R7)."""
        told = {"received_words": words} if words else {}
        return self.move("receive", by, told=told, received_words=words, received_at=timezone.now())

    def withdraw(self, by):
        """Take back one that nobody has read; it stays to be seen. Returns the Event. Raises Refused."""
        return self.move("withdraw", by)


def _unfit(stage, by, given_to, for_stage, said):
    """What is wrong with a hand-over that is to be given, as a sentence; empty when nothing is."""
    if not may_receive(stage, by).filter(pk=given_to.pk).exists():
        return NOT_TO_THEM
    if for_stage.cycle_id != stage.cycle_id:
        return NOT_FOR_THAT
    return "" if all(said.get(name, "").strip() for name in HandOver.NEEDED) else SAY_BOTH


GUARD = Guard(
    table="cycle_handover",
    columns=(
        "id", "stage_id", "for_stage_id", "outputs", "thinking", "still_open", "look_out_for", "given_by_id",
        "given_to_id", "given_at", "token",
    ),
)  # fmt: skip
