"""The participant: a group, a body or a person that takes part in one cycle."""

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from people.models import Membership
from people.models.dated import Dated, DatedQuerySet

from .seat import Seat


class ParticipantQuerySet(DatedQuerySet):
    def with_place_of(self, person):
        """Those that this person belongs to today, and whether they speak for each (`spoken_for`), keep it (`kept`).

        The authority's own participants are those whose seats the person holds; all others go by membership.
        """
        seats = Seat.objects.active().filter(cycle=OuterRef("cycle"), person=person)
        places = Membership.objects.active().filter(person=person)
        in_group, in_body = places.filter(group=OuterRef("group")), places.filter(organisation=OuterRef("organisation"))
        own = {"commissioners": Seat.RUNNERS, "councillors": (Seat.Role.DECIDER,)}
        by_seat = [
            When(standing=standing, then=Exists(seats.filter(role__in=roles))) for standing, roles in own.items()
        ]
        return self.annotate(
            belongs=Case(
                *by_seat,
                When(group__isnull=False, then=Exists(in_group)),
                When(organisation__isnull=False, then=Exists(in_body)),
                default=Case(When(person=person, then=Value(True)), default=Value(False)),
            ),
            spoken_for=Case(
                *by_seat,
                When(group__isnull=False, then=Exists(in_group.filter(role__in=Membership.SPEAKERS))),
                default=F("belongs"),
            ),
            kept=Case(
                When(group__isnull=False, then=Exists(in_group.filter(role__in=Membership.KEEPERS))),
                default=Value(False),
            ),
        ).filter(belongs=True)


class Participant(Dated):
    """Who takes part in a cycle, and in what standing; exactly one of group, organisation and person is set."""

    class Standing(models.TextChoices):
        USERS = "users", _("Users' group")
        COMMISSIONERS = "commissioners", _("Commissioners")
        COUNCILLORS = "councillors", _("Councillors or board members")
        PROVIDERS = "providers", _("Providers")
        STAFF = "staff", _("Front-line staff")

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
