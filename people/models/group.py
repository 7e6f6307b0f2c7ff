"""The user group: people who use a service, or may come to, and speak together."""

from django.db import models, transaction
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..refusal import Conflict, Refused
from .group_about import GroupAbout, SigningRule
from .group_edition import GroupEdition
from .membership import Membership
from .person import Person

NOT_A_COMMISSIONER = _("Only a commissioner can start a group’s page here.")
NOT_A_KEEPER = _("Only the group’s convenor or chair can do this.")
NOBODY_LEFT = _("Somebody has to keep the group’s page. Add another convenor or chair first.")
NOBODY_SIGNS = _("Nobody can sign for %(group)s by its own rule: %(rule)s. Its convenor can put that right.")
ENDED_ALREADY = _("This has ended already.")
NOT_THE_PURSE = _("Only the group’s treasurer, chair or convenor can do this.")
OVER_ALREADY = _("The last day has passed already. Leave it empty, or give a day that is still to come.")


class GroupQuerySet(models.QuerySet):
    def of(self, person):
        """The groups that this person belongs to today."""
        return self.filter(pk__in=Membership.objects.active().filter(person=person).values("group_id"))

    def matching(self, words="", run_by="", sector=""):
        """Those that fit: words in what the list tells of them, run_by "users" or "others", a sector's name."""
        found = self
        for word in words.split():
            told = Q(name__icontains=word) | Q(constituency__icontains=word) | Q(sector__icontains=word)
            found = found.filter(told)
        if run_by:
            found = found.filter(is_user_controlled=run_by == "users")
        return found.filter(sector__iexact=sector) if sector else found

    def sectors(self):
        """The names of the sectors that groups have written down, in order."""
        return list(self.exclude(sector="").order_by("sector").values_list("sector", flat=True).distinct())

    def as_written_already(self, sector):
        """The name of this sector in the letters in which a group has written it before, or as it is."""
        sector = " ".join(sector.split())
        return self.filter(sector__iexact=sector).values_list("sector", flat=True).first() or sector

    def for_list(self):
        """With what a list line needs: the host, and how many belong to it today (`member_count`)."""
        today = Membership.objects.active().filter(group=OuterRef("pk")).order_by()
        count = today.values("group").annotate(number=Count("person", distinct=True)).values("number")
        return self.select_related("host").annotate(member_count=Coalesce(Subquery(count), 0))


class Group(GroupAbout):
    """A group of users; `host` is the body that lends it a room, a worker or money (R67, R73)."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    host = models.ForeignKey(
        "people.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_groups",
        verbose_name=_("host"),
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = GroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=Q(signing_rule__in=["one", "two", "chair"]), name="people_group_signing_rule_is_known"
            ),
            models.CheckConstraint(
                condition=Q(experience__in=["", "new", "some", "used", "leads"]),
                name="people_group_experience_is_known",
            ),
            models.CheckConstraint(
                condition=Q(money_open_to__in=["members", "sums", "all"]), name="people_group_money_open_to_is_known"
            ),
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
            GroupEdition.keep(group, by)
            group._add(convenor_name, convenor_email, Membership.Role.CONVENOR)
        return group

    def set_signing_rule(self, by, rule):
        """Say whose signature counts as the group's from the next proposal on; rule: a SigningRule. Raises Refused."""
        if sentence := self.why_cannot_keep(by):
            raise Refused(sentence)
        with transaction.atomic():
            self._save_edition(by, type(self).objects.select_for_update().get(pk=self.pk), {"signing_rule": rule})

    def keeps_money(self, person):
        """Whether this person writes down the group's money today: its treasurer, its chair or its convenor (R75)."""
        return self.memberships.active().filter(person=person, role__in=Membership.PURSE).exists()

    def open_money(self, by, to):
        """Say who reads about the group's money from now on; to: a MoneyOpenTo. Raises Refused (R75)."""
        if not self.keeps_money(by):
            raise Refused(NOT_THE_PURSE)
        with transaction.atomic():
            self._save_edition(by, type(self).objects.select_for_update().get(pk=self.pk), {"money_open_to": to})

    def rewrite(self, by, version, **said):
        """Write what the group's page says, when nobody else has since `version` was read (R67).

        said: those of WRITTEN that are to be so from now on. Raises Refused, and Conflict.
        """
        if sentence := self.why_cannot_keep(by):
            raise Refused(sentence)
        with transaction.atomic():
            current = type(self).objects.select_for_update().get(pk=self.pk)
            if current.version != version:
                raise Conflict(current)
            if "sector" in said:
                said["sector"] = type(self).objects.as_written_already(said["sector"])
            self._save_edition(by, current, said)

    def _save_edition(self, by, current, said):
        """Save what has changed of `current`, the row as it is held, and keep it as an edition by this person."""
        if all(getattr(current, name) == value for name, value in said.items()):
            return
        if not current.editions.exists():
            GroupEdition.keep(current, None)
        for name, value in said.items():
            setattr(current, name, value)
        current.version += 1
        current.save()
        GroupEdition.keep(current, by)
        self.refresh_from_db()

    def why_rule_fails(self):
        """Why nobody could sign by the group's rule today, as a sentence; empty when somebody can."""
        roles = [Membership.Role.CHAIR] if self.signing_rule == SigningRule.CHAIR else Membership.SPEAKERS
        there = self.memberships.active().filter(role__in=roles).values("person").distinct().count()
        needed = 2 if self.signing_rule == SigningRule.TWO else 1
        if there >= needed:
            return ""
        return NOBODY_SIGNS % {"group": self, "rule": SigningRule(self.signing_rule).label}

    def add_member(self, by, *, name, email=None, role=Membership.Role.MEMBER, until_date=None):
        """Add somebody; without an address they take part on paper. Returns the Membership. Raises Refused.

        until_date: the last day of the place, where the group has set one.
        """
        if sentence := self.why_cannot_keep(by):
            raise Refused(sentence)
        if until_date and until_date < timezone.localdate():
            raise Refused(OVER_ALREADY)
        with transaction.atomic():
            return self._add(name, email, role, until_date)

    def end_membership(self, by, membership):
        """End somebody's place from today on: by who keeps the group, or by the member. Raises Refused (R24)."""
        if membership.person_id != by.pk and (sentence := self.why_cannot_keep(by)):
            raise Refused(sentence)
        with transaction.atomic():
            type(self).objects.select_for_update().get(pk=self.pk)
            if not self.memberships.active().filter(pk=membership.pk).exists():
                raise Refused(ENDED_ALREADY, conflict=True)
            keepers = self.memberships.active().filter(role__in=Membership.KEEPERS)
            if membership.role in Membership.KEEPERS and not keepers.open_ended().exclude(pk=membership.pk).exists():
                raise Refused(NOBODY_LEFT)
            membership.end()

    def _add(self, name, email, role, until_date=None):
        """Give a place to the person with this address, or to a new one. Raises Refused."""
        person = (Person.objects.at_address(email) if email else None) or Person.objects.create_user(email, name)
        if self.memberships.active().filter(person=person, role=role).exists():
            raise Refused(_("%(name)s has this place in the group already.") % {"name": person})
        return Membership.objects.create(group=self, person=person, role=role, until_date=until_date)
