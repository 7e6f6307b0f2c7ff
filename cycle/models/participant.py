"""The participant: a group, a body or a person that takes part in one cycle."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Membership
from people.models.dated import Dated, DatedQuerySet
from people.personal import Class

from ..openness import Openness


class ParticipantQuerySet(DatedQuerySet):
    def of(self, person):
        """Those that this person is, or belongs to by membership today; what one belongs to by a seat is not here."""
        places = Membership.objects.active().filter(person=person)
        in_group, in_body = places.values("group_id"), places.values("organisation_id")
        own = Q(organisation__in=in_body) & ~Q(standing__in=Participant.BY_SEAT)
        return self.active().filter(Q(person=person) | Q(group__in=in_group) | own)


class Participant(Dated):
    """Who takes part in a cycle, and in what standing; exactly one of group, organisation and person is set."""

    class Standing(models.TextChoices):
        USERS = "users", _("Users' group")
        COMMISSIONERS = "commissioners", _("Commissioners")
        COUNCILLORS = "councillors", _("Councillors or board members")
        PROVIDERS = "providers", _("Providers")
        STAFF = "staff", _("Front-line staff")

    # The authority's own participants: one belongs to them by a seat, and not by working for the authority.
    BY_SEAT = ("commissioners", "councillors")

    # What a single person is called: their own name is only for those who take part.
    ONE_OF = {
        "users": _("Somebody who uses the service"),
        "staff": _("Somebody who works on the front line"),
        "providers": _("Somebody who works for a provider"),
    }

    PERSONAL = {"person": Class.PART, "name": Class.NAMED}
    PERSONAL_OF = {"name": None}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="participants")
    standing = models.CharField(_("takes part as"), max_length=14, choices=Standing)
    name = models.CharField(_("name"), max_length=160)
    group = models.ForeignKey("people.Group", models.PROTECT, null=True, blank=True, related_name="participations")
    organisation = models.ForeignKey(
        "people.Organisation", models.PROTECT, null=True, blank=True, related_name="participations"
    )
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="participations")

    objects = ParticipantQuerySet.as_manager()

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ("standing", "name")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(standing__in=["users", "commissioners", "councillors", "providers", "staff"]),
                name="cycle_participant_standing_is_known",
            ),
            models.CheckConstraint(
                condition=(
                    Q(group__isnull=False, organisation__isnull=True, person__isnull=True)
                    | Q(group__isnull=True, organisation__isnull=False, person__isnull=True)
                    | Q(group__isnull=True, organisation__isnull=True, person__isnull=False)
                ),
                name="cycle_participant_is_one_group_or_body_or_person",
            ),
            models.UniqueConstraint(
                fields=["cycle", "standing", "name"],
                condition=Q(until_date__isnull=True),
                name="cycle_participant_named_once_at_a_time",
            ),
        ]

    def __str__(self):
        return self.name

    def in_full(self, is_involved):
        """Its name for a reader; who a single person is, is told only to those who take part."""
        if self.person_id and is_involved and self.person.name != self.name:
            return f"{self.name}: {self.person.name}"
        return self.name

    @property
    def acting_name(self):
        """For whom somebody acts, as the ledger has it; one person acts for nobody else."""
        return "" if self.person_id else self.name

    @property
    def somebody(self):
        """Somebody from it, without a name: "Somebody from Meals Voice"."""
        return self.name if self.person_id else str(_("Somebody from %(party)s") % {"party": self.name})

    @property
    def openness(self):
        """Who may read that it came or went: of one person only those who take part."""
        return Openness.INVOLVED if self.person_id else Openness.PUBLIC
