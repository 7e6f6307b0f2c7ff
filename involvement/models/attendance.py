"""The attendance: one person and one meeting, from being asked to having come (R25; c4)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from people.personal import Class

from .session import CALLED_OFF_ALREADY

NOT_FOR_YOU = _("Only the person who is asked, or somebody who keeps their group’s page, can answer this.")
HAS_PASSED = _("The day of this meeting has passed.")
NOT_YOUR_AUTHORITY = _("Only this person, or who keeps the meeting, can say what they may decide in the room.")


class AttendanceQuerySet(models.QuerySet):
    def of(self, session):
        """Those of one meeting, by name."""
        return self.filter(session=session).select_related("person", "participant").order_by("person__name", "pk")

    def visible_to(self, person, cycle):
        """All for those who take part in the cycle; who comes is told to nobody else by name (R71)."""
        return self if cycle.standing_of(person).is_involved else self.none()

    def of_person(self, person):
        """The one of this person among these, or None."""
        return self.filter(person=person).first()

    def asked(self):
        """Those who were asked before the meeting."""
        return self.exclude(answer=Attendance.Answer.UNASKED)

    def expected(self):
        """Those who are asked and have not said that they cannot come."""
        return self.asked().exclude(answer=Attendance.Answer.CANNOT)

    def waiting_for(self, person, cycles, since):
        """Those of this person in these cycles that ask something of them: is asked, is called off, or was it so?

        since: meetings before this day are not asked about any more.
        """
        ahead = Q(session__held_on__gte=timezone.localdate())
        waits = Q(answer=Attendance.Answer.ASKED, session__called_off_at=None, came=None)
        off = Q(session__called_off_at__isnull=False, answer__in=[Attendance.Answer.ASKED, Attendance.Answer.COMES])
        so = Q(came=True, minutes_word=None, session__held_on__gte=since) & ~Q(session__notes="")
        rows = self.filter(ahead & (waits | off) | so, person=person, session__stage__cycle__in=cycles)
        return rows.select_related("session", "participant").order_by("session__held_on", "pk")

    def ask_again(self):
        """Their meeting has another day or time: whoever had answered is asked anew."""
        ahead = self.filter(came=None)
        answered = ahead.filter(answer__in=[Attendance.Answer.COMES, Attendance.Answer.CANNOT])
        answered.update(answer=Attendance.Answer.ASKED, words="", answered_at=None, answered_by=None)
        ahead.update(reminded_of=None)


class Attendance(models.Model):
    """One person at one meeting. participant: for whom they are there. came: None until somebody has said.

    decides: whether what the meeting is about is theirs to decide; None until somebody has said. words: what they said
    with their answer, for whoever keeps the meeting alone: it may be about their health.
    """

    class Answer(models.TextChoices):
        ASKED = "asked", _("Has not answered yet")
        COMES = "comes", _("Comes")
        CANNOT = "cannot", _("Cannot come")
        UNASKED = "unasked", _("Was not asked here")

    PERSONAL = {
        "person": Class.PART, "asked_by": Class.PART, "may_decide": Class.PART, "words": Class.PRIVATE,
        "answered_by": Class.PART,
    }  # fmt: skip

    session = models.ForeignKey("involvement.Session", models.PROTECT, related_name="attendances")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="attendances")
    participant = models.ForeignKey(
        "cycle.Participant", models.PROTECT, related_name="attendances", verbose_name=_("for whom they are there")
    )
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, default=Answer.ASKED)
    words = models.CharField(_("a word to whoever plans it"), max_length=240, blank=True)
    may_decide = models.CharField(_("what they may decide in the room"), max_length=240, blank=True)
    decides = models.BooleanField(_("may decide what this meeting is about"), null=True)
    came = models.BooleanField(_("came"), null=True)
    asked_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    reminded_of = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ("session_id", "pk")
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="involvement_attendance_once_at_a_meeting"),
            models.CheckConstraint(
                condition=Q(answer__in=["asked", "comes", "cannot", "unasked"]),
                name="involvement_attendance_answer_is_known",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["asked", "unasked"], answered_at=None, answered_by=None, words="")
                | Q(answer__in=["comes", "cannot"], answered_at__isnull=False, answered_by__isnull=False),
                name="involvement_attendance_answer_is_whole_or_absent",
            ),
        ]
        indexes = [models.Index(fields=["person", "answer"], name="attendance_of_person")]

    def __str__(self):
        return f"{self.person}, {self.session}"

    def address(self, name):
        """The address of a page about it, by the name of its URL."""
        return self.session.address(name, self.pk)

    @property
    def is_expected(self):
        """Whether somebody who was asked may still come."""
        return self.answer in (self.Answer.ASKED, self.Answer.COMES)

    def refusal_to_answer(self, person):
        """Why this person cannot answer, as a sentence; empty when they can: oneself, or who keeps the group."""
        standing = self.session.stage.cycle.standing_of(person)
        if self.person_id != person.pk and not (standing.runs or self.participant_id in standing.keeps):
            return NOT_FOR_YOU
        if self.session.is_called_off:
            return CALLED_OFF_ALREADY
        return HAS_PASSED if self.session.is_past else ""

    def reply(self, by, *, comes, words=""):
        """Say that they come, or cannot, with a few words or none; as often as they like until the day. Raises Refused.

        It is between them and who plans the meeting: the ledger has nothing of it.
        """
        if sentence := self.refusal_to_answer(by):
            raise moves.Refused(sentence)
        answer = self.Answer.COMES if comes else self.Answer.CANNOT
        self._note(answer=answer, words=words.strip(), answered_at=timezone.now(), answered_by=by)

    def refusal_to_say_authority(self, person):
        """Why this person cannot say what the other one may decide, as a sentence; empty when they can."""
        sentence = self.session.refusal_to_write(person)
        return NOT_YOUR_AUTHORITY if sentence and self.person_id != person.pk else ""

    def say_authority(self, by, *, decides, may_decide):
        """Say what this person may decide in the room, and if that is what the meeting is about. Raises Refused."""
        if sentence := self.refusal_to_say_authority(by):
            raise moves.Refused(sentence)
        self._note(decides=decides, may_decide=may_decide.strip())

    def _note(self, **said):
        with ledger.writing(self.session.stage.cycle):
            type(self).objects.filter(pk=self.pk).update(**said)
        for name, value in said.items():
            setattr(self, name, value)
