"""The session: a meeting of a group, or of all, in one stage: what it is for, how people meet, how it went (R25, R74).

Who is asked and comes is in `attendance.py`, what is talked about in `agenda.py`, what came of it in `outcome.py`.
"""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import CYCLE_CLOSED
from cycle.models.stage import Stage
from cycle.openness import Openness, stricter
from cycle.snapshot import changed_fields, snapshot
from cycle.words import Verb
from people.personal import Class
from people.refusal import Conflict

from . import meeting_post
from .sessions import SessionQuerySet

PLANNED = Verb("session planned", _("planned a meeting:"))
CHANGED = Verb("session changed", _("wrote more about a meeting:"))
CALLED_OFF = Verb("session called off", _("called off a meeting:"))

NOT_YOURS = _("Only the convenor of the group or an officer keeps its meetings.")
CALLED_OFF_ALREADY = _("This meeting is called off.")
OVER_ALREADY = _("The day of this meeting has passed, so it cannot be called off.")
SAY_WHY = _("Say why, so that people can understand it.")
NOT_BEGUN = _("Nobody has begun this stage, so there is nothing to meet about yet.")


class Session(models.Model):
    """A meeting in a stage. participant: whose it is, None for everybody who takes part. keeper: who keeps it."""

    # Kept back from the public unless its keeper opens it; what is said to officers alone needs no meeting.
    READERS = (
        (Openness.INVOLVED, _("Only those who take part in this cycle")),
        (Openness.PUBLIC, _("Everyone")),
    )

    class Aim(models.TextChoices):
        TELL = "tell", _("To tell people something")
        HEAR = "hear", _("To hear what people think and live")
        WORK = "work", _("To work something out together")
        DECIDE = "decide", _("To decide something")

    class Format(models.TextChoices):
        MEETING = "meeting", _("A meeting round a table")
        OPEN = "open", _("An open event that anybody can come to")
        GROUND = "ground", _("On the group’s own ground, as part of what it does anyway")
        VISIT = "visit", _("A visit to people at home, or where they get the service")
        WALK = "walk", _("A walk-through: looking at a place or a thing together")
        ONE = "one", _("One to one")
        CALL = "call", _("By phone or video call")

    PERSONAL = {"keeper": Class.PART, "called_off_by": Class.PART, "called_off_because": Class.SAID}
    PLAN = (
        "title", "aim", "purpose", "format", "held_on", "begins", "minutes", "where", "join", "before", "questions",
    )  # fmt: skip
    WRITTEN = (*PLAN, "notes", "openness")

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="sessions")
    participant = models.ForeignKey(
        "cycle.Participant", models.PROTECT, null=True, blank=True, related_name="sessions",
        verbose_name=_("whose meeting it is"),
    )  # fmt: skip
    title = models.CharField(_("what it is called"), max_length=120)
    aim = models.CharField(_("what is to happen at it"), max_length=6, choices=Aim, blank=True)
    purpose = models.TextField(_("what it is for"), blank=True)
    format = models.CharField(_("how people meet"), max_length=7, choices=Format, blank=True)
    held_on = models.DateField(_("day"))
    begins = models.TimeField(_("when it begins"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("how long it takes, in minutes"), null=True, blank=True)
    where = models.CharField(_("place, or how people meet"), max_length=240)
    join = models.TextField(_("how to get there, or how to join"), blank=True)
    before = models.TextField(_("what people get before"), blank=True)
    questions = models.TextField(_("questions to talk about"), blank=True)
    notes = models.TextField(_("what was talked about"), blank=True)
    openness = models.CharField(_("who may read it"), max_length=8, choices=READERS, default=Openness.INVOLVED)
    keeper = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(default=timezone.now)
    called_off_at = models.DateTimeField(null=True, blank=True)
    called_off_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    called_off_because = models.TextField(_("why it is called off"), blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ("-held_on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(openness__in=["public", "involved"]), name="involvement_session_openness_is_known"
            ),
            models.CheckConstraint(
                condition=Q(aim__in=["", "tell", "hear", "work", "decide"]), name="involvement_session_aim_is_known"
            ),
            models.CheckConstraint(
                condition=Q(format__in=["", "meeting", "open", "ground", "visit", "walk", "one", "call"]),
                name="involvement_session_format_is_known",
            ),
            models.CheckConstraint(
                condition=Q(called_off_at=None, called_off_by=None, called_off_because="")
                | (Q(called_off_at__isnull=False, called_off_by__isnull=False) & ~Q(called_off_because="")),
                name="involvement_session_called_off_is_whole_or_absent",
            ),
        ]
        indexes = [models.Index(fields=["stage", "-held_on", "-id"], name="session_of_stage")]

    def __str__(self):
        return f"{self.title}, {date_format(self.held_on, 'j F Y')}"

    def get_absolute_url(self):
        return reverse("session", args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk])

    @property
    def whose(self):
        """Whose meeting it is, in words."""
        return self.participant.name if self.participant else str(_("Everybody who takes part"))

    def address(self, name, *more):
        """The address of a page of this meeting, by the name of its URL."""
        return reverse(name, args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk, *more])

    @property
    def when(self):
        """Its day, and when it begins, in words."""
        day = date_format(self.held_on, "l j F Y")
        return f"{day}, {date_format(self.begins, 'H:i')}" if self.begins else day

    @property
    def begins_at(self):
        """The moment when it begins; None when only its day is known."""
        return timezone.make_aware(datetime.combine(self.held_on, self.begins)) if self.begins else None

    @property
    def ends_at(self):
        """The moment when it ends, as far as that is known; else None."""
        return self.begins_at + timedelta(minutes=self.minutes) if self.begins and self.minutes else None

    @property
    def is_called_off(self):
        return self.called_off_at is not None

    @property
    def is_past(self):
        """Whether its day has passed."""
        return self.held_on < timezone.localdate()

    @property
    def is_over(self):
        """Whether its day is today or has passed."""
        return self.held_on <= timezone.localdate()

    @classmethod
    def refusal_to_plan(cls, stage, person):
        """Why this person can plan no meeting in this stage, as a sentence; empty when they can."""
        standing = stage.cycle.standing_of(person)
        if not (standing.runs or standing.keeps):
            return NOT_YOURS
        if stage.cycle.is_closed:
            return CYCLE_CLOSED
        return NOT_BEGUN if stage.state == Stage.State.NOT_YET else ""

    def refusal_to_write(self, person):
        """Why this person cannot write about this meeting, as a sentence; empty when they can."""
        cycle = self.stage.cycle
        if not may_keep(cycle.standing_of(person), self.participant_id):
            return NOT_YOURS
        return CYCLE_CLOSED if cycle.is_closed else ""

    @classmethod
    def plan(cls, stage, by, participant=None, **said):
        """Plan a meeting, or write one down that was. Returns the Session. Raises Refused.

        participant: None for everybody, which only an officer may.
        """
        sentence = cls.refusal_to_plan(stage, by)
        if not sentence and not may_keep(stage.cycle.standing_of(by), participant and participant.pk):
            sentence = NOT_YOURS
        if sentence or (participant and participant.cycle_id != stage.cycle_id):
            raise moves.Refused(sentence or NOT_YOURS)
        with ledger.writing(stage.cycle):
            new = cls.objects.create(stage=stage, participant=participant, keeper=by, **said)
            new._tell(PLANNED, by, {}, snapshot(new, cls.WRITTEN), new.openness)
        return new

    def write(self, by, version, **said):
        """Write about it, when nobody else has since `version` was read. Raises Refused, and Conflict."""
        if sentence := self.refusal_to_write(by):
            raise moves.Refused(sentence)
        with ledger.writing(self.stage.cycle):
            current = type(self).objects.select_related("stage__cycle", "participant").get(pk=self.pk)
            if current.version != version:
                raise Conflict(current)
            before, was = snapshot(current, self.WRITTEN), current.openness
            for name, value in said.items():
                setattr(current, name, value)
            after = snapshot(current, self.WRITTEN)
            if before == after:
                return
            current.version = version + 1
            current.save()
            is_moved = any(before[name] != after[name] for name in ("held_on", "begins"))
            if is_moved and not current.is_past and not current.is_called_off:
                current.attendances.ask_again()
                meeting_post.tell(current, current.attendances.expected(), meeting_post.MOVED)
            self.refresh_from_db()
            self._tell(CHANGED, by, before, after, stricter(was, current.openness))

    def refusal_to_call_off(self, person):
        """Why this person cannot call this meeting off, as a sentence; empty when they can."""
        if sentence := self.refusal_to_write(person):
            return sentence
        if self.is_called_off:
            return CALLED_OFF_ALREADY
        return OVER_ALREADY if self.is_past else ""

    def call_off(self, by, because):
        """Call it off, for a reason that those who may read of it can read. Raises Refused."""
        with ledger.writing(self.stage.cycle):
            self.refresh_from_db(fields=["held_on", "called_off_at"])
            if sentence := self.refusal_to_call_off(by) or ("" if because.strip() else SAY_WHY):
                raise moves.Refused(sentence, conflict=self.is_called_off)
            said = {"called_off_at": timezone.now(), "called_off_by": by, "called_off_because": because}
            type(self).objects.filter(pk=self.pk).update(**said)
            self.refresh_from_db(fields=list(said))
            ledger.record(
                CALLED_OFF, self, by, cycle=self.stage.cycle, stage=self.stage, openness=self.openness, reason=because
            )
            meeting_post.tell(self, self.attendances.expected(), meeting_post.CALLED_OFF)

    def _tell(self, verb, by, before, after, openness):
        changed = changed_fields(before, after)
        ledger.record(
            verb, self, by, cycle=self.stage.cycle, stage=self.stage, openness=openness,
            before={name: before[name] for name in changed if before},
            after={name: after[name] for name in changed},
            acting_for=self.participant.acting_name if self.participant else "",
        )  # fmt: skip


def may_keep(standing, participant_id):
    """Whether somebody with this Standing keeps the meetings of this participant (None: of everybody)."""
    return standing.runs or participant_id in standing.keeps
