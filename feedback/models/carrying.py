"""Where a promise goes on: in a clause of a contract, a measure, a milestone or a step, so that it can be followed."""

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.stage import cycle_closed
from cycle.openness import stricter
from cycle.words import Verb
from people.personal import Class

from .promise import NOT_YOURS, has_part

PUT_INTO = Verb("promise put into", _("put the promise into another thing:"))
TAKEN_OUT = Verb("promise taken out", _("took the promise out of another thing:"))

NOT_THERE = _("Choose something of this cycle that can hold a promise.")
IN_IT_ALREADY = _("This promise stands there already.")
SAY_WHY = _("Say why it does not stand there any more.")


class CarryingQuerySet(models.QuerySet):
    def of_record(self, record):
        """Those that end in this record, oldest first."""
        return self.filter(thing_type=record._meta.label_lower, thing_id=record.pk).order_by("pk")


class Carrying(models.Model):
    """One promise in one record that carries it further (R78; from contribution to contract to measure)."""

    PERSONAL = {"by": Class.PART}

    promise = models.ForeignKey("feedback.Promise", models.PROTECT, related_name="carryings")
    thing_type = models.CharField(max_length=60)
    thing_id = models.PositiveBigIntegerField()
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = CarryingQuerySet.as_manager()

    class Meta:
        verbose_name = _("place of a promise")
        verbose_name_plural = _("places of promises")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["promise", "thing_type", "thing_id"], name="feedback_carrying_once"),
        ]
        indexes = [models.Index(fields=["thing_type", "thing_id"], name="carrying_in_thing")]

    def __str__(self):
        return str(self.promise)

    @property
    def model(self):
        """The model of the record."""
        return apps.get_model(self.thing_type)

    @classmethod
    def why_cannot(cls, promise, person):
        """Why this person cannot say where the promise goes on, as a sentence; empty when they can."""
        return cycle_closed(promise.stage) if has_part(promise, person) else NOT_YOURS

    @classmethod
    def put(cls, promise, by, record):
        """Write down that this record carries the promise further. Returns the Carrying. Raises Refused (R78)."""
        if sentence := cls.why_cannot(promise, by):
            raise moves.Refused(sentence)
        if record is None or not record.CARRIES_PROMISES or record.stage.cycle_id != promise.cycle_id:
            raise moves.Refused(NOT_THERE)
        with ledger.writing(promise.cycle):
            if cls.objects.of_record(record).filter(promise=promise).exists():
                raise moves.Refused(IN_IT_ALREADY)
            new = cls.objects.create(promise=promise, thing_type=record._meta.label_lower, thing_id=record.pk, by=by)
            new._write(PUT_INTO, by, record)
        return new

    def take_out(self, by, reason):
        """It does not stand there any more, for a reason that stays in the ledger. Raises Refused."""
        if sentence := self.why_cannot(self.promise, by):
            raise moves.Refused(sentence)
        if not reason.strip():
            raise moves.Refused(SAY_WHY)
        with ledger.writing(self.promise.cycle):
            record = self.model.objects.get(pk=self.thing_id)
            self._write(TAKEN_OUT, by, record, reason)
            self.delete()

    def _write(self, verb, by, record, reason=""):
        promise = self.promise
        ledger.record(
            verb, promise, by, cycle=promise.cycle, stage=promise.stage, reason=reason,
            after={"stands_in": str(record)}, openness=stricter(promise.openness, record.openness),
        )  # fmt: skip
