"""The membership: one person's place in one group or one organisation, from a day until a day."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..personal import Class
from .dated import Dated


class Membership(Dated):
    """A person's role in a group or in an organisation, never in both at once."""

    class Role(models.TextChoices):
        MEMBER = "member", _("Member")
        REPRESENTATIVE = "representative", _("Representative, may sign for the group")
        CHAIR = "chair", _("Chair, may sign for the group")
        SECRETARY = "secretary", _("Secretary, keeps the papers")
        TREASURER = "treasurer", _("Treasurer, keeps the money")
        CONVENOR = "convenor", _("Convenor, supports the group")
        COMMISSIONER = "commissioner", _("Commissioner")
        COUNCILLOR = "councillor", _("Councillor or board member")
        STAFF = "staff", _("Member of staff")

    GROUP_ROLES = ("member", "representative", "chair", "secretary", "treasurer", "convenor")
    BODY_ROLES = ("commissioner", "councillor", "staff")
    SPEAKERS = ("representative", "chair")
    KEEPERS = ("convenor", "chair")
    PURSE = ("treasurer", "chair", "convenor")

    PERSONAL = {"person": Class.PART}

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="memberships")
    group = models.ForeignKey("people.Group", models.PROTECT, null=True, blank=True, related_name="memberships")
    organisation = models.ForeignKey(
        "people.Organisation", models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=16, choices=Role)

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ("person__name", "pk")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=(
                    Q(
                        group__isnull=False,
                        organisation__isnull=True,
                        role__in=["member", "representative", "chair", "secretary", "treasurer", "convenor"],
                    )
                    | Q(
                        group__isnull=True, organisation__isnull=False, role__in=["commissioner", "councillor", "staff"]
                    )
                ),
                name="people_membership_role_fits_its_body",
            ),
            models.UniqueConstraint(
                fields=["person", "group", "role"],
                condition=Q(until_date__isnull=True),
                name="people_membership_once_at_a_time_in_a_group",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=Q(until_date__isnull=True),
                name="people_membership_once_at_a_time_in_a_body",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.group or self.organisation}"
