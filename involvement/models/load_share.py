"""The load share: a member lets those who keep one of their groups see how much is asked of them (R72; c5)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import moves
from people.personal import Class

NOT_A_MEMBER = _("You do not belong to this group.")


class LoadShare(models.Model):
    """As long as this row is there, the convenor and the chair of the group may see what is asked of the person."""

    PERSONAL = {"person": Class.LOAD}

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="load_shares")
    group = models.ForeignKey("people.Group", models.CASCADE, related_name="load_shares")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("leave to see what is asked of somebody")
        verbose_name_plural = _("leaves to see what is asked of somebody")
        constraints = [
            models.UniqueConstraint(fields=["person", "group"], name="involvement_loadshare_once_for_a_group"),
        ]

    def __str__(self):
        return f"{self.person}, {self.group}"

    @classmethod
    def allow(cls, person, group):
        """Let those who keep the group see it. Returns the LoadShare. Raises Refused."""
        if not group.has_member(person):
            raise moves.Refused(NOT_A_MEMBER)
        return cls.objects.get_or_create(person=person, group=group)[0]

    @classmethod
    def stop(cls, person, group):
        """Let them see it no longer; where they never could, nothing changes."""
        cls.objects.filter(person=person, group=group).delete()
