"""What one party holds in a debate: in its own words, with what it rests on and what would change its mind (R90)."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard


class Position(models.Model):
    """One party's position; it stands as it was put, so that everybody sees from where each one set out.

    opposes: the position against which it stands, or None.
    """

    WORDS = ("holds", "why", "rests_on", "would_change")

    PERSONAL = {
        "by": Class.PART,
        "holds": Class.SAID,
        "why": Class.SAID,
        "rests_on": Class.SAID,
        "would_change": Class.SAID,
    }

    debate = models.ForeignKey("feedback.Debate", models.PROTECT, related_name="positions")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="positions")
    holds = models.TextField(_("what we hold"))
    why = models.TextField(_("why"))
    rests_on = models.TextField(_("what it rests on"))
    would_change = models.TextField(_("what would change our mind"))
    opposes = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="opposed_by")
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["debate", "participant"], name="feedback_position_once_of_each_party"),
            models.CheckConstraint(
                condition=Q(opposes__isnull=True) | ~Q(opposes=F("id")), name="feedback_position_opposes_another"
            ),
        ]

    def __str__(self):
        return self.participant.name

    @property
    def facts(self):
        """(label, words) of what it says beside what is held."""
        labels = {name: str(self._meta.get_field(name).verbose_name) for name in self.WORDS[1:]}
        return [(label[:1].upper() + label[1:], getattr(self, name)) for name, label in labels.items()]


GUARD = Guard(
    table="feedback_position",
    columns=(
        "id", "debate_id", "participant_id", "holds", "why", "rests_on", "would_change", "opposes_id", "by_id", "at",
    ),
    blankable=("holds", "why", "rests_on", "would_change"),
)  # fmt: skip
