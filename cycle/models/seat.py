"""The seat: who does what for the authority in one cycle."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.dated import Dated
from people.personal import Class


class Seat(Dated):
    """A person's part in running or deciding a cycle, with the limits of what they may decide (R16)."""

    class Role(models.TextChoices):
        LEAD = "lead", _("Lead commissioner")
        OFFICER = "officer", _("Officer")
        DECIDER = "decider", _("Councillor or board member who decides")

    RUNNERS = ("lead", "officer")

    PERSONAL = {"person": Class.PART, "limits": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="seats")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="seats")
    role = models.CharField(_("role"), max_length=10, choices=Role)
    limits = models.TextField(_("what this person may and may not decide"), blank=True)

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ("role", "person__name")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(role__in=["lead", "officer", "decider"]), name="cycle_seat_role_is_known"
            ),
            models.UniqueConstraint(
                fields=["cycle", "person", "role"],
                condition=models.Q(until_date__isnull=True),
                name="cycle_seat_once_at_a_time",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.get_role_display()}"

    @classmethod
    def stands_for(cls, roles):
        """The standings of participants for which people in these roles may speak."""
        return {("councillors" if role == cls.Role.DECIDER else "commissioners") for role in roles}
