"""The debrief: how a meeting went, as one side saw it; the authority and each group look back by themselves (R74)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Participant
from cycle.models.cycle import CYCLE_CLOSED, in_cycles_of
from cycle.openness import Openness
from cycle.words import Verb
from people.personal import Class
from people.refusal import Conflict

LOOKED_BACK = Verb("meeting looked back on", _("looked back on a meeting:"))

NOT_YOURS = _("Only people of this group or body, or who keeps its page, can look back for it.")
NOT_HELD = _("This meeting has not been held yet.")
NOTHING_SAID = _("Write at least one of the three.")


class DebriefQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """What a side shares, for those who take part; what it keeps to itself, for its own people alone."""
        if cycle is None:
            theirs = Q(is_shared=True) | Q(participant__in=Participant.objects.of(person))
            return self.filter(in_cycles_of(person, "session__stage__cycle"), theirs)
        standing = cycle.standing_of(person)
        if not standing.is_involved:
            return self.none()
        return self.filter(Q(is_shared=True) | Q(participant__in=standing.belongs_to | standing.keeps))

    def of(self, session):
        """Those of one meeting."""
        return self.filter(session=session).select_related("participant", "by").order_by("participant__name", "pk")

    def for_side(self, participant):
        """The one of this side among these, or None."""
        return self.filter(participant=participant).first()


class Debrief(models.Model):
    """What went well, what did not and what to do otherwise, for one side of a meeting; shared or not."""

    SAID = ("went_well", "went_badly", "otherwise", "is_shared")
    PERSONAL = {"by": Class.PART, "went_well": Class.SAID, "went_badly": Class.SAID, "otherwise": Class.SAID}

    session = models.ForeignKey("involvement.Session", models.PROTECT, related_name="debriefs")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="debriefs")
    went_well = models.TextField(_("what went well"), blank=True)
    went_badly = models.TextField(_("what did not go well"), blank=True)
    otherwise = models.TextField(_("what to do otherwise next time"), blank=True)
    is_shared = models.BooleanField(_("the others may read it"), default=True)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = DebriefQuerySet.as_manager()

    class Meta:
        verbose_name = _("debrief")
        verbose_name_plural = _("debriefs")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["session", "participant"], name="involvement_debrief_one_for_each_side"),
            models.CheckConstraint(
                condition=~Q(went_well="", went_badly="", otherwise=""), name="involvement_debrief_says_something"
            ),
        ]

    def __str__(self):
        return f"{self.session}: {self.participant}"

    @classmethod
    def refusal_to_write(cls, session, participant, person):
        """Why this person cannot look back on a meeting for this side, as a sentence; empty when they can."""
        cycle = session.stage.cycle
        standing = cycle.standing_of(person)
        if participant.pk not in standing.belongs_to | standing.keeps:
            return NOT_YOURS
        if cycle.is_closed:
            return CYCLE_CLOSED
        return "" if session.is_over and not session.is_called_off else NOT_HELD

    @classmethod
    def write(cls, session, participant, by, version, **said):
        """Look back, or write it anew when nobody else has since `version` (0: there was none). Returns it.

        Raises Refused, and Conflict. The ledger says that it was done, and none of the words.
        """
        with ledger.writing(session.stage.cycle):
            if sentence := cls.refusal_to_write(session, participant, by):
                raise moves.Refused(sentence)
            if not any(said[name].strip() for name in ("went_well", "went_badly", "otherwise")):
                raise moves.Refused(NOTHING_SAID)
            current = cls.objects.filter(session=session, participant=participant).first()
            if current and current.version != version:
                raise Conflict(current)
            row = current or cls(session=session, participant=participant)
            for name, value in said.items():
                setattr(row, name, value)
            row.by, row.at, row.version = by, timezone.now(), version + 1
            row.save()
            ledger.record(
                LOOKED_BACK, session, by, cycle=session.stage.cycle, stage=session.stage, openness=Openness.INVOLVED,
                acting_for=participant.acting_name,
            )  # fmt: skip
        return row
