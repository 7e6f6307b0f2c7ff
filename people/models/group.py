"""The user group: people who use a service, or may come to, and speak together."""

from django.db import models, transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..refusal import Refused
from .membership import Membership
from .person import Person

NOT_A_COMMISSIONER = _("Only a commissioner can start a group’s page here.")
NOT_A_KEEPER = _("Only the group’s convenor or chair can do this.")
NOBODY_LEFT = _("Somebody has to keep the group’s page. Add another convenor or chair first.")
NOBODY_SIGNS = _("Nobody can sign for %(group)s by its own rule: %(rule)s. Its convenor can put that right.")
ENDED_ALREADY = _("This has ended already.")


class SigningRule(models.TextChoices):
    """Whose signature counts as the group's: the group's own rule, which nobody else sets (R9)."""

    ONE = "one", _("Any one person who may sign for it")
    TWO = "two", _("Two people who may sign for it")
    CHAIR = "chair", _("Its chair")


class GroupQuerySet(models.QuerySet):
    def of(self, person):
        """The groups that this person belongs to today."""
        return self.filter(pk__in=Membership.objects.active().filter(person=person).values("group_id"))

    def for_list(self):
        """With what a list line needs: the host, and how many belong to it today (`member_count`)."""
        today = Membership.objects.active().filter(group=OuterRef("pk")).order_by()
        count = today.values("group").annotate(number=Count("person", distinct=True)).values("number")
        return self.select_related("host").annotate(member_count=Coalesce(Subquery(count), 0))


class Group(models.Model):
    """A group of users; `host` is the body that lends it a room, a worker or money (R67, R73)."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    constituency = models.CharField(_("who the group speaks for"), max_length=240)
    is_user_controlled = models.BooleanField(_("run by users themselves"), default=True)
    signing_rule = models.CharField(
        _("who signs for the group"), max_length=6, choices=SigningRule, default=SigningRule.ONE
    )
    host = models.ForeignKey(
        "people.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_groups",
        verbose_name=_("host"),
    )

    objects = GroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signing_rule__in=["one", "two", "chair"]), name="people_group_signing_rule_is_known"
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("group", args=[self.pk])

    @classmethod
    def why_cannot_start(cls, person):
        """Why this person cannot start a group's page, as a sentence; empty when they can."""
        places = Membership.objects.active().filter(person=person, role=Membership.Role.COMMISSIONER)
        return "" if places.exists() else NOT_A_COMMISSIONER

    def why_cannot_keep(self, person):
        """Why this person cannot say who belongs to the group, as a sentence; empty when they can."""
        return "" if self.is_kept_by(person) else NOT_A_KEEPER

    def counts(self):
        """How many people hold each role today: (role in words, number) for each that somebody has."""
        rows = self.memberships.active().order_by("role").values_list("role").annotate(number=Count("pk"))
        return [(Membership.Role(role).label, number) for role, number in rows]

    def has_member(self, person):
        """Whether this person belongs to the group today, in any role."""
        return self.memberships.active().filter(person=person).exists()

    def is_kept_by(self, person):
        """Whether this person keeps the group's page today: its convenor or its chair."""
        return self.memberships.active().filter(person=person, role__in=Membership.KEEPERS).exists()

    @property
    def first_keeper(self):
        """The Person who has kept the group's page for longest."""
        return self.memberships.active().filter(role__in=Membership.KEEPERS).order_by("pk").first().person

    @classmethod
    def start(cls, by, *, convenor_name, convenor_email=None, **said):
        """Start a group's page, with the convenor who keeps it from now on. Returns the Group. Raises Refused.

        said: name, constituency, is_user_controlled, host (R67, R73).
        """
        if sentence := cls.why_cannot_start(by):
            raise Refused(sentence)
        with transaction.atomic():
            group = cls.objects.create(**said)
            group._add(convenor_name, convenor_email, Membership.Role.CONVENOR)
        return group

    def set_signing_rule(self, by, rule):
        """Say whose signature counts as the group's from the next proposal on; rule: a SigningRule. Raises Refused."""
        if sentence := self.why_cannot_keep(by):
            raise Refused(sentence)
        self.signing_rule = rule
        self.save(update_fields=["signing_rule"])

    def why_rule_fails(self):
        """Why nobody could sign by the group's rule today, as a sentence; empty when somebody can."""
        roles = [Membership.Role.CHAIR] if self.signing_rule == SigningRule.CHAIR else Membership.SPEAKERS
        there = self.memberships.active().filter(role__in=roles).values("person").distinct().count()
        needed = 2 if self.signing_rule == SigningRule.TWO else 1
        if there >= needed:
            return ""
        return NOBODY_SIGNS % {"group": self, "rule": SigningRule(self.signing_rule).label}

    def add_member(self, by, *, name, email=None, role=Membership.Role.MEMBER):
        """Add somebody; without an address they take part on paper. Returns the Membership. Raises Refused."""
        if sentence := self.why_cannot_keep(by):
            raise Refused(sentence)
        with transaction.atomic():
            return self._add(name, email, role)

    def end_membership(self, by, membership):
        """End somebody's place from today on: by who keeps the group, or by the member. Raises Refused (R24)."""
        if membership.person_id != by.pk and (sentence := self.why_cannot_keep(by)):
            raise Refused(sentence)
        with transaction.atomic():
            type(self).objects.select_for_update().get(pk=self.pk)
            if not self.memberships.active().filter(pk=membership.pk).exists():
                raise Refused(ENDED_ALREADY, conflict=True)
            keepers = self.memberships.active().filter(role__in=Membership.KEEPERS)
            if membership.role in Membership.KEEPERS and not keepers.exclude(pk=membership.pk).exists():
                raise Refused(NOBODY_LEFT)
            membership.end()

    def _add(self, name, email, role):
        """Give a place to the person with this address, or to a new one. Raises Refused."""
        person = (Person.objects.at_address(email) if email else None) or Person.objects.create_user(email, name)
        places = self.memberships.open_ended().filter(person=person)
        if places.filter(role=role).exists():
            raise Refused(_("%(name)s has this place in the group already.") % {"name": person})
        return Membership.objects.create(group=self, person=person, role=role)
