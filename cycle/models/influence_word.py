"""What each side says of an influence on a decision: that it made a difference, or none (R62)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.triggers import Guard

from ..words import Verb
from .participant import Participant
from .party_word import PartyWord, columns

SAID = Verb("influence judged", _("said whether it made a difference:"))


class InfluenceWord(PartyWord):
    """What one party says of it: that it made a difference, or none."""

    class Says(models.TextChoices):
        YES = "yes", _("It made a difference")
        NO = "no", _("It made no difference")
        UNSURE = "unsure", _("We cannot tell")

    NEEDS = ("says",)
    VERB = SAID
    SIDES = ("users", *Participant.BY_SEAT)
    NOT_YOURS = _("Only people of the group can say it for it, or an officer who puts in what came on paper.")
    NOT_ASKED = _("This is asked of users’ groups and of those who decide.")

    record = models.ForeignKey("cycle.Influence", models.PROTECT, related_name="judgements")
    says = models.CharField(_("did it make a difference?"), max_length=6, choices=Says)

    class Meta(PartyWord.Meta):
        verbose_name = _("word on an influence")
        verbose_name_plural = _("words on influences")
        constraints = [
            *PartyWord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(says__in=["yes", "no", "unsure"]), name="cycle_influenceword_says_known"
            ),
        ]

    @classmethod
    def parties_of(cls, record):
        """Every users' group, and the authority's own parties."""
        return Participant.objects.active().filter(cycle_id=record.stage.cycle_id, standing__in=cls.SIDES)

    @property
    def is_of_users(self):
        return self.participant.standing == Participant.Standing.USERS


GUARD = Guard(table="cycle_influenceword", columns=columns("says"), blankable=("words", "because"))
