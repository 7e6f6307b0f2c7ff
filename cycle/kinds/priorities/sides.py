"""The two sides whose orders are kept apart: who counts as a user, and who as a professional (R45; source c4, c5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...models.participant import Participant


class Side(models.TextChoices):
    USERS = "users", _("Users")
    PROFESSIONALS = "professionals", _("Professionals")


WHO_IS_WHO = _(
    "Users are the groups of people who use the service. On the other side are professionals: those who plan it, "
    "decide on it, bring it or work in it."
)


def side_of(participant):
    """The Side on which the ballots of this party count."""
    return Side.USERS if participant.standing == Participant.Standing.USERS else Side.PROFESSIONALS
