"""The farewell: what a member said on leaving a group, for those whom the member chose (R24, M12)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class


class Farewell(models.Model):
    """Words of somebody who left a group. Nobody but the group's keepers and officers with `told_to` reads the name."""

    class Told(models.TextChoices):
        CONVENOR = "convenor", _("Only the convenor or chair of the group")
        OFFICERS = "officers", _("The convenor or chair, and the officers whom the group works with")
        EVERYONE = "everyone", _("Everyone, without my name")

    PERSONAL = {"membership": Class.LOAD, "words": Class.LOAD}

    membership = models.OneToOneField("people.Membership", models.PROTECT, related_name="farewell")
    group = models.ForeignKey("people.Group", models.PROTECT, related_name="farewells")
    told_to = models.CharField(_("who may read it"), max_length=8, choices=Told)
    words = models.TextField(_("why you leave"))
    left_on = models.DateField(_("left on"), default=timezone.localdate)

    class Meta:
        verbose_name = _("farewell")
        verbose_name_plural = _("farewells")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(told_to__in=["convenor", "officers", "everyone"]), name="involvement_farewell_told_is_known"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="involvement_farewell_has_words"),
        ]

    def __str__(self):
        return str(_("Somebody from %(group)s") % {"group": self.group})
