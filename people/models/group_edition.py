"""The edition: what the page of a group said from one moment until the next; added and never changed (R67)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..personal import Class
from ..triggers import Guard
from .group_about import GroupAbout


class GroupEdition(GroupAbout):
    """One edition of a group's page. by: None for one that was there before editions were kept."""

    KEPT = (*GroupAbout.WRITTEN, "signing_rule", "money_open_to")
    PERSONAL = {"by": Class.PART}

    group = models.ForeignKey("people.Group", models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    name = models.CharField(_("name"), max_length=160)
    host = models.ForeignKey(
        "people.Organisation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("host")
    )
    by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("edition of a group’s page")
        verbose_name_plural = _("editions of groups’ pages")
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="people_groupedition_number_once_in_a_group"),
        ]

    def __str__(self):
        return f"{self.name}, {self.number}"

    @classmethod
    def keep(cls, group, by):
        """Keep what the page of this group says now, as the edition of its version. Returns the GroupEdition."""
        said = {name: getattr(group, name) for name in cls.KEPT}
        return cls.objects.create(group=group, number=group.version, by=by, **said)

    def changed_since(self, earlier):
        """The names of what this edition says otherwise than the earlier one; of the first one all that it says."""
        if earlier is None:
            return [name for name in self.KEPT if getattr(self, self._meta.get_field(name).attname) not in ("", None)]
        keys = {name: self._meta.get_field(name).attname for name in self.KEPT}
        return [name for name, key in keys.items() if getattr(self, key) != getattr(earlier, key)]


GUARD = Guard(
    table="people_groupedition",
    columns=(
        "id", "group_id", "number", "by_id", "at", "name", "host_id", "constituency", "is_user_controlled", "sector",
        "experience", "done_before", "meets_when", "meets_where", "joining", "signing_rule",
        "money_open_to",
    ),
)  # fmt: skip
