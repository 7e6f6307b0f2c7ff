"""Records that a party writes down itself: for which party it is, and that nobody writes for somebody else's."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .. import moves
from ..openness import Openness
from .cycle import CYCLE_CLOSED, runs
from .participant import Participant
from .record import Record, why_cannot_record

ONLY_YOUR_OWN = _("Choose a group or body that you belong to.")
NOT_YOURS = _("Only officers, and people of the groups and bodies that this is about, can write it down.")
NOT_KEPT_BACK = _("You cannot keep this to officers alone. Choose who else may read it.")


class ByParty(Record):
    """A record with the `party` whose word it is. It names no other record: its form is open to those who take part."""

    party = models.ForeignKey(
        "cycle.Participant", models.PROTECT, related_name="%(class)s_records", verbose_name=_("for whom it is said")
    )

    class Meta(Record.Meta):
        abstract = True

    @classmethod
    def own_parties(cls, stage, person):
        """The participants for which this person may write one, of those that are asked."""
        own = Participant.objects.active().filter(cycle=stage.cycle, pk__in=stage.cycle.standing_of(person).belongs_to)
        return own.filter(standing__in=cls.STANDINGS_OF.get("party", Participant.Standing.values))

    @classmethod
    def why_cannot_add(cls, stage, person):
        """Officers may add one, and everybody who belongs to a party that is asked."""
        if not runs(stage, person) and not cls.own_parties(stage, person).exists():
            return NOT_YOURS
        return CYCLE_CLOSED if stage.cycle.is_closed else ""

    def why_cannot_change(self, person):
        """Officers may change it, and whoever wrote it down while they belong to the party."""
        if self.created_by_id == getattr(person, "pk", None):
            return self.why_cannot_add(self.stage, person)
        return why_cannot_record(self.stage, person)

    @classmethod
    def add(cls, by, stage, *, token=None, **said):
        """As of every record, and only for a party of one's own. Raises Refused."""
        cls._refuse_others(by, stage, said)
        return super().add(by, stage, token=token, **said)

    def revise(self, by, version, reason, **said):
        """As of every record, and only for a party of one's own. Raises Refused, and Conflict."""
        self._refuse_others(by, self.stage, said)
        return super().revise(by, version, reason, **said)

    @classmethod
    def _refuse_others(cls, by, stage, said):
        party = said.get("party")
        if runs(stage, by):
            return
        if party is not None and not cls.own_parties(stage, by).filter(pk=party.pk).exists():
            raise moves.Refused(ONLY_YOUR_OWN)
        if said.get("openness") == Openness.WITHHELD and not stage.cycle.standing_of(by).sees_withheld:
            raise moves.Refused(NOT_KEPT_BACK)
