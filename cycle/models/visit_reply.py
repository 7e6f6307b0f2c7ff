"""The reply of those whose service was visited, with what they gain or lose by it beside it (R34, R60)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard

from ..words import Verb
from .participant import Participant
from .party_word import PartyWord, columns

REPLIED = Verb("visit replied to", _("replied to what a visit found:"))


class VisitReply(PartyWord):
    """What a provider says to one finding. interest: what it gains or loses, as it says itself; shown beside it."""

    NEEDS = ("interest",)
    VERB = REPLIED
    NOT_YOURS = _("Only people of the provider can reply, or an officer who puts in what came on paper.")
    NOT_ASKED = _("The reply is asked of somebody else.")

    PERSONAL = {"interest": Class.SAID}

    record = models.ForeignKey("cycle.VisitFinding", models.PROTECT, related_name="replies")
    interest = models.TextField(_("what you gain or lose by it"))

    class Meta(PartyWord.Meta):
        verbose_name = _("reply to a finding")
        verbose_name_plural = _("replies to findings")

    @classmethod
    def parties_of(cls, record):
        """The one that the finding names."""
        return Participant.objects.active().filter(pk=record.replies_from_id)


GUARD = Guard(table="cycle_visitreply", columns=columns("interest"), blankable=("words", "interest", "because"))
