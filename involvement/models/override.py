"""The override: a round opened without an agreement in force, with its owner and its reason for all to read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import NOT_AN_OFFICER, runs
from cycle.words import Verb
from people.personal import Class

OVERRIDDEN = Verb("agreement overridden", _("opened without an agreement in force:"))


class Override(models.Model):
    """Who opened a round without agreement and why; it prints on every page and report of that round."""

    PERSONAL = {"owner": Class.PART}

    round = models.OneToOneField("cycle.Round", models.PROTECT, related_name="override")
    reason = models.TextField(_("why it cannot wait for an agreement"))
    owner = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    event = models.OneToOneField("cycle.Event", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("override")
        verbose_name_plural = _("overrides")
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="involvement_override_has_a_reason"),
        ]

    def __str__(self):
        return self.reason

    @classmethod
    def refusal(cls, stage, person):
        """Why this person cannot open the stage without an agreement, as a sentence; empty when they can."""
        return stage.refusal("open", person) if runs(stage, person) else NOT_AN_OFFICER

    @classmethod
    def open(cls, stage, by, reason):
        """Open the stage's round without an agreement in force. Returns the Override. Raises Refused (R9)."""
        if not runs(stage, by):
            raise moves.Refused(NOT_AN_OFFICER)
        if not reason.strip():
            raise moves.Refused(_("Say why it cannot wait: everybody will read the reason."))
        with ledger.writing(stage.cycle):
            if sentence := stage.refusal("open", by):
                raise moves.Refused(sentence)
            event = ledger.record(OVERRIDDEN, stage, by, cycle=stage.cycle, stage=stage, reason=reason)
            override = cls.objects.create(round=stage.current_round, reason=reason, owner=by, event=event)
            stage.open(by, reason=reason)
        return override
