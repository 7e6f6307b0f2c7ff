"""The user group: people who use a service, or may come to, and speak together."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .membership import Membership


class GroupQuerySet(models.QuerySet):
    def of(self, person):
        """The groups that this person belongs to today."""
        return self.filter(pk__in=Membership.objects.active().filter(person=person).values("group_id"))


class Group(models.Model):
    """A group of users; `host` is the body that lends it a room, a worker or money (R67, R73)."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    constituency = models.CharField(_("who the group speaks for"), max_length=240)
    is_user_controlled = models.BooleanField(_("run by users themselves"), default=True)
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

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("group", args=[self.pk])

    def has_member(self, person):
        """Whether this person belongs to the group today, in any role."""
        return self.memberships.active().filter(person=person).exists()

    def is_kept_by(self, person):
        """Whether this person keeps the group's page today: its convenor or its chair."""
        return self.memberships.active().filter(person=person, role__in=Membership.KEEPERS).exists()
