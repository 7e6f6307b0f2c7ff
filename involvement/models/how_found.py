"""How the people of a round were found: invited, brought by their group, or come by themselves (R69; c5)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import NOT_AN_OFFICER
from cycle.models.stage import cycle_closed
from cycle.words import Verb
from people.personal import Class
from people.refusal import Conflict

WRITTEN = Verb("how people were found", _("wrote down how people were found for"))
NOT_BEGUN = _("Nobody has begun this stage, so nobody was found for it yet.")


class HowFound(models.Model):
    """The note of one round: who came by themselves differs from who has no time, and that shows in what is said."""

    PERSONAL = {"by": Class.PART, "words": Class.SAID}
    SAID = ("invited", "by_group", "by_themselves", "words")

    round = models.OneToOneField("cycle.Round", models.PROTECT, related_name="how_found")
    invited = models.PositiveIntegerField(_("invited by the authority"), null=True, blank=True)
    by_group = models.PositiveIntegerField(_("asked by their group"), null=True, blank=True)
    by_themselves = models.PositiveIntegerField(_("came by themselves"), null=True, blank=True)
    words = models.TextField(_("who is therefore not here"))
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("how people were found")
        verbose_name_plural = _("how people were found")
        ordering = ("round_id",)

    def __str__(self):
        return str(self.round)

    @classmethod
    def refusal_to_write(cls, stage, person):
        """Why this person cannot write it down, as a sentence; empty when they can."""
        if not stage.cycle.standing_of(person).runs:
            return NOT_AN_OFFICER
        return cycle_closed(stage) or ("" if stage.round_number else NOT_BEGUN)

    @classmethod
    def write(cls, stage, by, version, **said):
        """Write it down for the current round; version: the one that was read, 0 for none. Raises Refused, Conflict.

        The ledger tells its words and no number of people: a few are soon known.
        """
        if sentence := cls.refusal_to_write(stage, by):
            raise moves.Refused(sentence)
        with ledger.writing(stage.cycle):
            around = stage.current_round
            there = cls.objects.filter(round=around).first()
            if there and there.version != version:
                raise Conflict(there)
            kept = {"by": by, "at": timezone.now(), "version": version + 1, **said}
            row, _is_new = cls.objects.update_or_create(round=around, defaults=kept)
            ledger.record(WRITTEN, row, by, cycle=stage.cycle, stage=stage, after={"words": row.words})
        return row
