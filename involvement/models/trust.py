"""Trust: what the members of a group say of its convenor and its host, unnamed, once a year (R73; c4).

It stands on what all unnamed answers stand on (people/models/unnamed.py, docs/decisions/0012). It is not in a cycle, so
no ledger tells of its counts; the database itself refuses to change one.
"""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.models import Group, Membership
from people.models.unnamed import MINIMUM, StandingCount, UnnamedAnswer, is_of_enough_people
from people.personal import Class
from people.refusal import Refused
from people.triggers import Guard

NOT_A_MEMBER = _("Only the members of the group say whether they trust who works with it.")
A_CONVENOR = _("You support the group as its convenor. This question is for its members.")
NOBODY_THERE = _("They do not work with the group now.")


def members_of(group):
    """The ids of the people who are asked: who belongs to the group today and does not convene it."""
    places = group.memberships.active()
    convenes = places.filter(role=Membership.Role.CONVENOR).values("person")
    return set(places.exclude(person__in=convenes).values_list("person_id", flat=True))


def too_few(group):
    """Why no count can be shown in a group of fewer than MINIMUM members, as a sentence; else nothing."""
    number = len(members_of(group))
    if number >= MINIMUM:
        return ""
    words = ngettext(
        "This group has %(number)d member beside its convenor. With fewer than %(minimum)d, a count would tell who "
        "said what. So nobody is asked here. Talk about it at a meeting without the convenor and the host.",
        "This group has %(number)d members beside its convenor. With fewer than %(minimum)d, a count would tell who "
        "said what. So nobody is asked here. Talk about it at a meeting without the convenor and the host.",
        number,
    )
    return words % {"number": number, "minimum": MINIMUM}


class OfWhom(models.Model):
    """In which group, of which convenor (person) or host (organisation), and in which year."""

    group = models.ForeignKey("people.Group", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, null=True, related_name="+")
    year = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True


class TrustCountQuerySet(models.QuerySet):
    def newest(self, group):
        """The last count of each convenor and each host of this group, by (person, organisation) ids; one query."""
        return {(each.person_id, each.organisation_id): each for each in self.filter(group=group).order_by("pk")}


class TrustCount(OfWhom, StandingCount):
    """How many members said what of one convenor or one host."""

    PERSONAL = {"person": Class.PART}

    trust_count = models.PositiveIntegerField(_("I trust them to be on our side"), default=0)
    partly_count = models.PositiveIntegerField(_("In part"), default=0)
    not_count = models.PositiveIntegerField(_("I do not"), default=0)

    objects = TrustCountQuerySet.as_manager()

    class Meta(StandingCount.Meta):
        verbose_name = _("count of trust")
        verbose_name_plural = _("counts of trust")
        constraints = [
            models.CheckConstraint(
                condition=is_of_enough_people("trust_count", "partly_count", "not_count"),
                name="involvement_trustcount_is_of_enough_people",
            ),
            models.UniqueConstraint(
                fields=["group", "person", "year", "number"],
                condition=Q(person__isnull=False),
                name="involvement_trustcount_number_once_of_a_convenor",
            ),
            models.UniqueConstraint(
                fields=["group", "organisation", "year", "number"],
                condition=Q(organisation__isnull=False),
                name="involvement_trustcount_number_once_of_a_host",
            ),
        ]

    def __str__(self):
        return _("%(total)d members in %(year)d") % {"total": self.total, "year": self.year}

    @classmethod
    def column(cls, answer):
        return f"{answer}_count"

    @property
    def total(self):
        """How many people it counts."""
        return self.trust_count + self.partly_count + self.not_count

    @property
    def in_words(self):
        """ "Of 7 members: 5 trust them …"."""
        said = {"total": self.total, "trust": self.trust_count, "partly": self.partly_count, "not": self.not_count}
        return (
            _("Of %(total)d members: %(trust)d trust them to be on the group’s side, %(partly)d in part, %(not)d not.")
            % said
        )


class Trust(UnnamedAnswer, OfWhom):
    """One member's answer about one convenor or one host, in one year."""

    class Answer(models.TextChoices):
        TRUST = "trust", _("I trust them to be on our side")
        PARTLY = "partly", _("In part")
        NOT = "not", _("I do not")

    SAYS = "answer"
    PERSONAL = {"person": Class.PART}

    answer = models.CharField(_("answer"), max_length=6, choices=Answer)
    counted = models.CharField(max_length=6, choices=Answer, blank=True)

    class Meta(UnnamedAnswer.Meta):
        verbose_name = _("word of trust")
        verbose_name_plural = _("words of trust")
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=["trust", "partly", "not"]), name="involvement_trust_answer_is_known"
            ),
            models.CheckConstraint(
                condition=Q(counted__in=["", "trust", "partly", "not"]), name="involvement_trust_counted_is_known"
            ),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def refusal(cls, group, person):
        """Why this person cannot say whom they trust in this group, as a sentence; empty when they can."""
        if person.pk in members_of(group):
            return too_few(group)
        return A_CONVENOR if group.has_member(person) else NOT_A_MEMBER

    @classmethod
    def key_of(cls, by, about):
        """The key of this person's answer of this year about a convenor or host; about: a Worker."""
        return cls.key_for(by.pk, about.group.pk, about.key, timezone.localdate().year)

    @classmethod
    def keys_of(cls, person):
        """Every key under which this person may have answered: only to cut the answers off from who gave them."""
        about = cls.objects.order_by().values_list("group_id", "person_id", "organisation_id", "year").distinct()
        for group, convenor, host, year in about:
            yield cls.key_for(person.pk, group, f"host-{host}" if host else f"convenor-{convenor}", year)

    @classmethod
    def say(cls, about, by, answer):
        """Say whether one trusts a convenor or host, or change it. Returns nothing, on purpose. Raises Refused.

        about: a Worker (involvement/loyalty.py).
        """
        with transaction.atomic():
            group = Group.objects.select_for_update().get(pk=about.group.pk)
            if sentence := cls.refusal(group, by):
                raise Refused(sentence)
            whom = {"group": group, "person": about.person, "organisation": about.host}
            whom["year"] = timezone.localdate().year
            cls.objects.update_or_create(pseudonym=cls.key_of(by, about), defaults={**whom, cls.SAYS: answer})
            TrustCount.count_anew(cls.objects.filter(**_same(whom)), TrustCount.objects.filter(**_same(whom)), **whom)


def _same(whom):
    """What is asked of rows about the same: an empty key is asked for as one."""
    return {(name if value is not None else f"{name}__isnull"): (value if value is not None else True)
            for name, value in whom.items()}  # fmt: skip


TrustCount.ANSWERS = Trust

GUARD = Guard(
    table="involvement_trustcount",
    columns=(
        "id", "group_id", "person_id", "organisation_id", "year", "number", "taken_on", "trust_count", "partly_count",
        "not_count",
    ),
)  # fmt: skip
