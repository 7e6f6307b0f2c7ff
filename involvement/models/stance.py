"""The stance: how open the authority says that it is in one stage, in its own words (R23)."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import NOT_AN_OFFICER, runs
from cycle.models.record import CYCLE_CLOSED
from cycle.words import Verb
from people.personal import Class
from people.triggers import Guard

STATED = Verb("stance stated", _("said how open the authority is:"))

WORDS_NEEDED = _("Say what you mean by it, so that people can see whether it is so.")
SAID_ALREADY = _("The authority says this already.")


class StanceQuerySet(models.QuerySet):
    def of(self, stage):
        """Those of one stage, oldest first."""
        return self.filter(stage=stage).order_by("pk")

    def last_in_each_round(self):
        """For each stage and round the one that was stated last; one query at any number."""
        later = self.model.objects.filter(
            stage=OuterRef("stage"), round_number=OuterRef("round_number"), pk__gt=OuterRef("pk")
        )
        return self.filter(~Exists(later))


class Stance(models.Model):
    """The authority's own claim about one stage; added and never changed, and the latest counts.

    round_number: the round that the stage was in, 0 before the first.
    """

    class Position(models.TextChoices):
        OPEN = "open", _("Open and willing")
        PARTLY = "partly", _("Open on some things")
        CLOSED = "closed", _("Not open here")

    PERSONAL = {"by": Class.PART}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="stances")
    round_number = models.PositiveSmallIntegerField()
    position = models.CharField(_("how open the authority is"), max_length=8, choices=Position)
    words = models.TextField(_("what it means by that"))
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = StanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("stance")
        verbose_name_plural = _("stances")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(position__in=["open", "partly", "closed"]), name="involvement_stance_position_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.get_position_display()} ({self.stage})"

    def get_absolute_url(self):
        return reverse("stage_openness", args=[self.stage.cycle.slug, self.stage.kind_slug])

    @classmethod
    def refusal(cls, stage, person):
        """Why this person cannot state it for this stage, as a sentence; empty when they can."""
        if not runs(stage, person):
            return NOT_AN_OFFICER
        return CYCLE_CLOSED if stage.cycle.is_closed else ""

    @classmethod
    def state(cls, stage, by, position, words):
        """State how open the authority is in this stage from now on. Returns the Stance. Raises Refused (R23)."""
        if sentence := cls.refusal(stage, by):
            raise moves.Refused(sentence)
        if not words.strip():
            raise moves.Refused(WORDS_NEEDED)
        with ledger.writing(stage.cycle):
            stage.refresh_from_db(fields=["state", "round_number"])
            last = cls.objects.of(stage).last()
            if last and (last.position, last.words, last.round_number) == (position, words, stage.round_number):
                raise moves.Refused(SAID_ALREADY)
            new = cls.objects.create(
                stage=stage, round_number=stage.round_number, position=position, words=words, by=by
            )
            ledger.record(
                STATED, new, by, cycle=stage.cycle, stage=stage, after={"position": str(position), "words": words}
            )
        return new


GUARD = Guard(
    table="involvement_stance",
    columns=("id", "stage_id", "round_number", "position", "words", "by_id", "at"),
    blankable=("words",),
)
