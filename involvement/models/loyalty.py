"""The declaration of loyalty: for whom a group's convenor or host works, and whom they serve when interests collide.

Users in the source did not know whether the worker was there for them, for the host's contract or for the council
(R73; c4, c5). So each convenor says it by name, and somebody says it for the host; it is added and never changed.
"""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Membership, Organisation
from people.personal import Class
from people.refusal import Refused
from people.triggers import Guard

from ..renewing import due_after

NOT_THE_CONVENOR = _("Only a convenor of the group says here for whom they work.")
NO_HOST = _("Nobody hosts this group, so there is nothing to say for a host.")
NOT_FOR_THE_HOST = _("Only somebody who works for the host, or who keeps the group’s page, says this for the host.")
LOYALTY_NEEDED = _("Say whom you serve when the group wants one thing, and who pays you wants another.")
WHAT_NEEDED = _("Say what is provided.")


class Provides(models.TextChoices):
    """Whether who declares, or who employs them, also earns with services that are bought."""

    NO = "no", _("No")
    EMPLOYER = "employer", _("Yes, who employs me does")
    SELF = "self", _("Yes, I do or somebody close to me does")


class LoyaltyQuerySet(models.QuerySet):
    def newest(self, groups):
        """The newest of each convenor and host of these groups, by (group, person, organisation) ids; one query."""
        rows = self.filter(group__in=groups).select_related("person", "organisation", "by").order_by("pk")
        return {(each.group_id, each.person_id, each.organisation_id): each for each in rows}

    def in_group(self, group):
        """All that was ever declared in this group."""
        return self.filter(group=group).select_related("person", "organisation", "by")


class Loyalty(models.Model):
    """What one convenor (person) or one host (organisation) of a group says of their interests; the newest counts.

    by: who wrote it down: the convenor; for a host somebody who works for it, or who keeps the group's page.
    employer_body: the organisation that is known here under the employer's name.
    """

    TOLD = ("employer", "funded_by", "contract_aims", "provides", "provides_what", "interests", "loyalty")
    PERSONAL = {
        "person": Class.PART, "by": Class.PART, "employer": Class.SAID, "funded_by": Class.SAID,
        "contract_aims": Class.SAID, "provides_what": Class.SAID, "interests": Class.SAID, "loyalty": Class.SAID,
    }  # fmt: skip

    group = models.ForeignKey("people.Group", models.PROTECT, related_name="loyalties")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, null=True, related_name="+")
    employer = models.CharField(_("employed by"), max_length=160, blank=True)
    employer_body = models.ForeignKey("people.Organisation", models.PROTECT, null=True, related_name="+")
    funded_by = models.CharField(_("who pays for the work with the group"), max_length=240)
    contract_aims = models.TextField(_("what the contract or the grant asks for"))
    provides = models.CharField(_("provides services that are bought"), max_length=8, choices=Provides)
    provides_what = models.CharField(_("what is provided"), max_length=160, blank=True)
    interests = models.TextField(_("other interests"), blank=True)
    loyalty = models.TextField(_("whom they serve when interests collide"))
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = LoyaltyQuerySet.as_manager()

    class Meta:
        verbose_name = _("declaration of a convenor or a host")
        verbose_name_plural = _("declarations of convenors and hosts")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organisation__isnull=True)
                | Q(person__isnull=True, organisation__isnull=False, employer="", employer_body__isnull=True),
                name="involvement_loyalty_is_of_a_convenor_or_a_host",
            ),
            models.CheckConstraint(
                condition=Q(provides="no", provides_what="")
                | (Q(provides__in=["employer", "self"]) & (~Q(provides_what="") | Q(loyalty=""))),
                name="involvement_loyalty_says_what_is_provided",
            ),
        ]
        indexes = [models.Index(fields=["group", "person", "organisation"], name="loyalty_of_group")]

    def __str__(self):
        return str(self.organisation or self.person)

    @property
    def due_on(self):
        """The day from which it is asked for again; None when no rule holds."""
        return due_after(timezone.localdate(self.at))

    @property
    def is_old(self):
        """Whether it is time to say it again."""
        return self.due_on is not None and self.due_on <= timezone.localdate()

    @property
    def is_conflict(self):
        """Whether who works with the group, or who employs them, also provides."""
        return self.provides != Provides.NO

    @classmethod
    def refusal_to_declare(cls, group, person):
        """Why this person cannot declare their own interests in this group, as a sentence; empty when they can."""
        convenes = group.memberships.active().filter(person=person, role=Membership.Role.CONVENOR)
        return "" if convenes.exists() else NOT_THE_CONVENOR

    @classmethod
    def refusal_for_host(cls, group, person):
        """Why this person cannot say it for the group's host, as a sentence; empty when they can."""
        if group.host is None:
            return NO_HOST
        works_there = Membership.objects.active().filter(person=person, organisation=group.host)
        return "" if works_there.exists() or group.is_kept_by(person) else NOT_FOR_THE_HOST

    @classmethod
    def declare(cls, group, by, **said):
        """Say for whom one works as the group's convenor. said: those of TOLD. Returns the Loyalty. Raises Refused."""
        return cls._add(group, by, cls.refusal_to_declare(group, by), {"person": by}, said)

    @classmethod
    def declare_for_host(cls, group, by, **said):
        """Say it for the group's host of today; it has no employer. Returns the Loyalty. Raises Refused."""
        host = {"organisation": group.host, "employer": ""}
        return cls._add(group, by, cls.refusal_for_host(group, by), host, said)

    @classmethod
    def _add(cls, group, by, sentence, whose, said):
        said = {**said, **whose}
        if not sentence and not said["loyalty"].strip():
            sentence = LOYALTY_NEEDED
        if not sentence and said["provides"] != Provides.NO and not said.get("provides_what", "").strip():
            sentence = WHAT_NEEDED
        if sentence:
            raise Refused(sentence)
        if said["provides"] == Provides.NO:
            said["provides_what"] = ""
        with transaction.atomic():
            known = Organisation.objects.filter(name__iexact=said["employer"]).first() if said["employer"] else None
            return cls.objects.create(group=group, by=by, employer_body=known, **said)


GUARD = Guard(
    table="involvement_loyalty",
    columns=(
        "id", "group_id", "person_id", "organisation_id", "employer", "employer_body_id", "funded_by", "contract_aims",
        "provides", "provides_what", "interests", "loyalty", "by_id", "at",
    ),
    blankable=("employer", "funded_by", "contract_aims", "provides_what", "interests", "loyalty"),
)  # fmt: skip
