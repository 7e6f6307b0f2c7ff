"""The reassessment: which stages survive a change of control, looked at one by one (R31)."""

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.refusal import Conflict
from people.triggers import Guard

from .. import kinds, ledger
from ..moves import Refused
from ..snapshot import snapshot
from ..words import Verb
from .cycle import CYCLE_CLOSED, NOT_AN_OFFICER, runs

JUDGED = Verb("stage looked at again", _("looked again at"))

CALLED_OFF = _("The pressure no longer says that control changed, so nothing has to be looked at again.")
INCOMPLETE = _("Say what becomes of the stage, why, and who said so with what authority.")
SAY_WHY = _("Say why this is judged in another way now.")


class ReassessmentQuerySet(models.QuerySet):
    def in_cycle(self, cycle):
        """Those of one cycle, oldest first."""
        return self.filter(event__cycle=cycle).select_related("event__by").order_by("event__number")

    def begun_by(self, record):
        """Those that changes of this record began, as a list; asks nothing where its kind never begins one."""
        if not record.REASSESSED_ON:
            return []
        of_record = {"event__thing_type": record._meta.label_lower, "event__thing_id": record.pk}
        return list(self.filter(**of_record).select_related("event__cycle").order_by("event__number"))


class Reassessment(models.Model):
    """One look at every stage that was under way at an event; who began it and when stands in the event."""

    event = models.OneToOneField("cycle.Event", models.PROTECT, related_name="reassessment")

    objects = ReassessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("reassessment")
        verbose_name_plural = _("reassessments")
        ordering = ("event_id",)

    def __str__(self):
        return _("What survives “%(title)s”") % {"title": self.record}

    def get_absolute_url(self):
        return reverse("reassessment", args=[self.event.cycle.slug, self.event.number])

    @cached_property
    def record(self):
        """The record that says what changed, as it stands now."""
        return self.fresh_record()

    def fresh_record(self):
        """The record, asked of the database again."""
        model = apps.get_model(self.event.thing_type)
        return model.objects.select_related("stage").get(pk=self.event.thing_id)

    @property
    def is_called_off(self):
        """Whether the record was corrected since, and no longer asks for it."""
        return not self.record.asks_reassessment(set(self.record.REASSESSED_ON))

    @classmethod
    def begin(cls, event):
        """Freeze which stages are under way now. Call it in the verb that wrote the event, which holds the ledger.

        Returns the Reassessment, or None when no stage is under way.
        """
        stages = list(event.cycle.stages.under_way())
        if not stages:
            return None
        begun = cls.objects.create(event=event)
        Survival.objects.bulk_create(
            Survival(reassessment=begun, stage=stage, round_number=stage.round_number) for stage in stages
        )
        return begun


class SurvivalQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those whose record this person may read."""
        readable = Q(pk__in=())
        for model in (model for kind in kinds.KINDS.values() for model in kind.records if model.REASSESSED_ON):
            seen = model.objects.visible_to(person, cycle).values("pk")
            readable |= Q(
                reassessment__event__thing_type=model._meta.label_lower, reassessment__event__thing_id__in=seen
            )
        return self.filter(readable).select_related("reassessment__event")

    def waiting(self, cycles):
        """Those of these cycles that nobody has judged yet."""
        return self.filter(stage__cycle__in=cycles, event__isnull=True)


class Survival(models.Model):
    """What becomes of one stage that was under way: judged once, and in another way later only with a reason."""

    class Outcome(models.TextChoices):
        HOLDS = "holds", _("It holds as it is")
        CHANGES = "changes", _("It holds with changes")
        ENDS = "ends", _("It does not survive")

    JUDGEMENT = ("outcome", "words", "said_by")

    PERSONAL = {"said_by": Class.NAMED}
    PERSONAL_OF = {"said_by": None}

    reassessment = models.ForeignKey("cycle.Reassessment", models.PROTECT, related_name="survivals")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="survivals")
    round_number = models.PositiveSmallIntegerField()
    outcome = models.CharField(_("what becomes of it"), max_length=8, choices=Outcome, blank=True)
    words = models.TextField(_("why"), blank=True)
    said_by = models.CharField(_("who said so, with what authority"), max_length=240, blank=True)
    event = models.OneToOneField("cycle.Event", models.PROTECT, null=True, blank=True, related_name="+")

    objects = SurvivalQuerySet.as_manager()

    class Meta:
        verbose_name = _("stage after a change")
        verbose_name_plural = _("stages after a change")
        ordering = ("reassessment_id", "stage__place")
        constraints = [
            models.UniqueConstraint(fields=["reassessment", "stage"], name="cycle_survival_stage_once"),
            models.CheckConstraint(
                condition=Q(event__isnull=True, outcome="", words="", said_by="")
                | (Q(event__isnull=False, outcome__in=["holds", "changes", "ends"]) & ~Q(words="") & ~Q(said_by="")),
                name="cycle_survival_judged_in_full",
            ),
        ]

    def __str__(self):
        return str(self.stage)

    def get_absolute_url(self):
        return f"{self.reassessment.get_absolute_url()}#{self.stage.kind_slug}"

    @property
    def ledger_cycle(self):
        return self.stage.cycle

    @property
    def is_judged(self):
        return self.event_id is not None

    @property
    def stamp(self):
        """The number of its judgement, 0 for none: what a writer has to have seen."""
        return self.event.number if self.is_judged else 0

    def why_cannot_judge(self, person):
        """Why this person cannot judge it, as a sentence; empty when they can."""
        if not runs(self, person):
            return NOT_AN_OFFICER
        if self.stage.cycle.is_closed:
            return CYCLE_CLOSED
        return CALLED_OFF if self.reassessment.is_called_off else ""

    def judge(self, by, outcome, words, said_by, *, seen=0, reason=""):
        """Say what becomes of the stage. Returns the Event, or None when nothing differs. Raises Refused, Conflict.

        seen: the `stamp` that the judge has read. reason: why an earlier judgement is changed.
        """
        if sentence := self.why_cannot_judge(by):
            raise Refused(sentence)
        if not (outcome and words.strip() and said_by.strip()):
            raise Refused(INCOMPLETE)
        with ledger.writing(self.stage.cycle):
            current = type(self).objects.select_related("event__by", "stage").get(pk=self.pk)
            if current.stamp != seen:
                raise Conflict(current)
            before = snapshot(current, self.JUDGEMENT) if current.is_judged else {}
            after = {"outcome": str(outcome), "words": words, "said_by": said_by}
            if before == after:
                return None
            if before and not reason.strip():
                raise Refused(SAY_WHY)
            self.reassessment.record = self.reassessment.fresh_record()
            if self.reassessment.is_called_off:
                raise Refused(CALLED_OFF, conflict=True)
            event = ledger.record(
                JUDGED, self, by, cycle=self.stage.cycle, stage=self.stage, before=before, after=after, reason=reason,
                openness=self.reassessment.record.openness,
            )  # fmt: skip
            type(self).objects.filter(pk=self.pk).update(event=event, **after)
        self.refresh_from_db(fields=["event", *after])
        return event


GUARD = Guard(table="cycle_survival", columns=("id", "reassessment_id", "stage_id", "round_number"))
