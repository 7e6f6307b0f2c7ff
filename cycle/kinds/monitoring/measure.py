"""The measures: outcomes in users' words beside professional ones, and what each of them watches (R59; c7)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ...glance import read_by
from ...models.record import Record
from ...pieces import Piece
from .drawn import readings_drawn
from .reading import Reading

NOT_THE_SAME_WORDS = _("Choose one in the words of the other side: users beside professionals.")


class Measure(Record):
    """An outcome that is watched: in whose words, beside which other one, and what is aimed at."""

    class Words(models.TextChoices):
        USERS = "users", _("Users")
        PROFESSIONALS = "professionals", _("Professionals")

    SLUG = "measures"
    PIECE = Piece.MONITORING
    CARRIES_PROMISES = True
    ADD = _("Add a measure")
    ABOUT = _("What is watched, in users’ words and in professional ones, side by side.")
    PROMPT = _("Say how you would notice that it has become better")
    OWN_FIELDS = ("words_of", "counterpart", "how_measured", "aimed_at", "decision", "aim", "need", "clause")
    FIGURE = "aimed_at"
    LISTED = ("words_of", "how_measured")
    PAGE = "cycle/measure.html"

    words_of = models.CharField(_("whose words it is in"), max_length=14, choices=Words)
    counterpart = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("the same in the words of the other side"),
    )  # fmt: skip
    how_measured = models.TextField(_("how it is measured, and by whom"))
    aimed_at = models.CharField(_("what is aimed at"), max_length=120)
    decision = models.ForeignKey(
        "cycle.Decision", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("decision that it watches"),
    )  # fmt: skip
    aim = models.ForeignKey(
        "cycle.Aim", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("aim that it watches"),
    )  # fmt: skip
    need = models.ForeignKey(
        "cycle.Need", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("need that it watches"),
    )  # fmt: skip
    clause = models.ForeignKey(
        "cycle.Clause", models.PROTECT, null=True, blank=True, related_name="measures",
        verbose_name=_("clause of a contract that it watches"),
    )  # fmt: skip

    class Meta(Record.Meta):
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(counterpart__isnull=True) | ~Q(counterpart=F("id")),
                name="cycle_measure_stands_beside_another",
                violation_error_message=NOT_THE_SAME_WORDS,
            ),
        ]

    def clean(self):
        """Its counterpart is in the words of the other side. Raises ValidationError."""
        super().clean()
        if self.counterpart and self.words_of and self.counterpart.words_of == self.words_of:
            raise ValidationError({"counterpart": NOT_THE_SAME_WORDS})

    def on_page(self, reader):
        """Its readings over time, those that this reader may read."""
        readings = [each for each in read_by(reader, self.stage, Reading) if each.measure_id == self.pk]
        return {"drawn": readings_drawn(self, readings)}
