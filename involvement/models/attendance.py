"""The attendance: one person and one meeting, from being asked to having come (R25; c4)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class


class AttendanceQuerySet(models.QuerySet):
    def of(self, session):
        """Those of one meeting, by name."""
        return self.filter(session=session).select_related("person", "participant").order_by("person__name", "pk")

    def expected(self):
        """Those who are asked and have not said that they cannot come."""
        return self.exclude(answer=Attendance.Answer.CANNOT)


class Attendance(models.Model):
    """One person at one meeting. participant: for whom they are there. came: None until somebody has said."""

    class Answer(models.TextChoices):
        ASKED = "asked", _("Has not answered yet")
        COMES = "comes", _("Comes")
        CANNOT = "cannot", _("Cannot come")

    PERSONAL = {"person": Class.PART, "asked_by": Class.PART, "may_decide": Class.PART}

    session = models.ForeignKey("involvement.Session", models.PROTECT, related_name="attendances")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="attendances")
    participant = models.ForeignKey(
        "cycle.Participant", models.PROTECT, related_name="attendances", verbose_name=_("for whom they are there")
    )
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, default=Answer.ASKED)
    may_decide = models.CharField(_("what they may decide in the room"), max_length=240, blank=True)
    came = models.BooleanField(_("came"), null=True)
    asked_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ("session_id", "pk")
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="involvement_attendance_once_at_a_meeting"),
            models.CheckConstraint(
                condition=Q(answer__in=["asked", "comes", "cannot"]), name="involvement_attendance_answer_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.session}"
