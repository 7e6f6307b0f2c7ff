"""The organisation: a council, a health body, a provider, a charity."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationQuerySet(models.QuerySet):
    def named(self, name):
        """The organisation of this name, known or made now as one of another sort."""
        name = " ".join(name.split())
        known = self.filter(name__iexact=name).first()
        return known or self.create(name=name, sort=Organisation.Sort.OTHER)


class Organisation(models.Model):
    """A body that commissions, provides, or hosts a group."""

    class Sort(models.TextChoices):
        AUTHORITY = "authority", _("Public authority")
        PROVIDER = "provider", _("Provider of services")
        VOLUNTARY = "voluntary", _("Voluntary organisation")
        OTHER = "other", _("Other")

    name = models.CharField(_("name"), max_length=160, unique=True)
    sort = models.CharField(_("what sort of body it is"), max_length=12, choices=Sort)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sort__in=["authority", "provider", "voluntary", "other"]),
                name="people_organisation_sort_is_known",
            )
        ]

    def __str__(self):
        return self.name
