"""The directorate: a named part of an organisation, such as adult services, that runs cycles."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Directorate(models.Model):
    """A part of an organisation under the name that its own people use; what it signs and decides is the whole's."""

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="directorates")
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("part of the organisation")
        verbose_name_plural = _("parts of the organisation")
        ordering = ("organisation_id", "name")
        constraints = [
            models.UniqueConstraint("organisation", Lower("name"), name="people_directorate_named_once"),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def named(cls, organisation, name):
        """The part of this organisation with this name, made now when nobody has named it before."""
        name = " ".join(name.split())
        return cls.objects.get_or_create(organisation=organisation, name__iexact=name, defaults={"name": name})[0]
