"""The record: the abstract base of everything that a stage holds, from a pressure to a review finding."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.refusal import Conflict

from .. import ledger, line, moves
from ..openness import KEPT_BACK, Level, Openness, stricter
from ..snapshot import changed_fields, plain_many, snapshot
from ..words import Verb
from .cycle import CYCLE_CLOSED, NOT_AN_OFFICER, runs
from .event import Event
from .others import refuse_other_cycles, set_many, split_many
from .reassessment import Reassessment
from .records import RecordQuerySet
from .telling import Telling

RECORDED = Verb("record added", _("recorded"))
REVISED = Verb("record revised", _("changed"))
TOUCHED = Verb("stage touched", _("changed what this stage rests on:"))

SAY_WHY = _("Say why you change it, so that others can follow.")


class Record(Telling, models.Model):
    """A title, a plain summary, typed fields of its own, how open it is and why, and a version for fair editing."""

    COMMON_FIELDS = ("title", "summary")
    OPENNESS_FIELDS = ("openness", "withheld_because", "review_on")

    PERSONAL = {"created_by": Class.PART, "withheld_by": Class.PART}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="%(class)s_records")
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("in plain words"), help_text=_("What it means for the people who use the service."))
    openness = models.CharField(_("who may read it"), max_length=8, choices=Openness, default=Openness.PUBLIC)
    withheld_because = models.TextField(_("why it is withheld"), blank=True)
    withheld_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    review_on = models.DateField(_("when that is looked at again"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(openness="withheld", withheld_by__isnull=False, review_on__isnull=False) & ~Q(withheld_because="")
                )
                | Q(
                    openness__in=["public", "involved"],
                    withheld_by__isnull=True,
                    review_on__isnull=True,
                    withheld_because="",
                ),
                name="%(app_label)s_%(class)s_withheld_with_reason",
            )
        ]
        indexes = [models.Index(fields=["stage", "id"], name="%(class)s_of_stage")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("record", args=[self.stage.cycle.slug, self.stage.kind_slug, self.SLUG, self.pk])

    @classmethod
    def form_fields(cls):
        """The names of the fields that a form shows, in order."""
        return (*cls.COMMON_FIELDS, *cls.OWN_FIELDS, *cls.OPENNESS_FIELDS)

    @classmethod
    def noun(cls):
        return cls._meta.verbose_name

    @property
    def ledger_cycle(self):
        return self.stage.cycle

    @property
    def is_withheld(self):
        return self.openness == Openness.WITHHELD

    @property
    def kept_back_because(self):
        """Why something of it is kept back, as everybody may read it; empty when nothing is (R14, R41)."""
        return self.withheld_because

    @property
    def line_level(self):
        """Its Level on the information line."""
        is_in_part = self.openness == Openness.PUBLIC and self.kept_back_because
        return Level.IN_PART if is_in_part else Level(self.openness)

    @property
    def is_kept_back(self):
        return self.line_level in KEPT_BACK

    def concerns(self, changed, is_new):
        """Which stages' agreements rest on this change: "" for none, "cycle" for all, or a list of stages (R20)."""
        return ""

    def asks_reassessment(self, changed):
        """Whether a change of these fields asks which stages survive it (R31)."""
        return any(name in changed and getattr(self, name) in values for name, values in self.REASSESSED_ON.items())

    @classmethod
    def why_cannot_add(cls, stage, person):
        """Why this person cannot add one in this stage, as a sentence; empty when they can. Most are for officers."""
        return why_cannot_record(stage, person)

    def why_cannot_change(self, person):
        """Why this person cannot change it, as a sentence; empty when they can."""
        return why_cannot_record(self.stage, person)

    @classmethod
    def add(cls, by, stage, *, token=None, **said):
        """Record it in this stage and write it down. A second time with the same token gives the first one back.

        said: field -> value as the form gives it. Returns the record. Raises Refused.
        """
        if sentence := cls.why_cannot_add(stage, by):
            raise moves.Refused(sentence)
        with ledger.writing(stage.cycle):
            if token and (there := cls.objects.filter(token=token).first()):
                if there.stage_id == stage.pk:
                    return there
                token = None
            refuse_other_cycles(cls, stage.cycle, said)
            many = split_many(cls, said)
            new = cls(stage=stage, created_by=by, **said, **({"token": token} if token else {}))
            new.withheld_by = by if new.is_withheld else None
            new.save(force_insert=True)
            set_many(new, many)
            new._write(RECORDED, by, {}, snapshot(new, cls.form_fields()), "", new.openness)
            line.tell(new, by)
        return new

    def revise(self, by, version, reason, **said):
        """Change it, when nobody else has since `version` was read. Returns the Event, or None when nothing differs.

        Raises Refused, and Conflict with the record as it stands.
        """
        if sentence := self.why_cannot_change(by):
            raise moves.Refused(sentence)
        if not reason.strip():
            raise moves.Refused(SAY_WHY)
        with ledger.writing(self.stage.cycle):
            current = type(self).objects.select_related("stage__cycle").get(pk=self.pk)
            if current.version != version:
                raise Conflict(current)
            before, was, level = snapshot(current, self.form_fields()), current.openness, current.line_level
            refuse_other_cycles(type(self), current.stage.cycle, said)
            many = split_many(type(self), said)
            for name, value in said.items():
                setattr(current, name, value)
            current.withheld_by = (current.withheld_by or by) if current.is_withheld else None
            after = snapshot(current, self.form_fields()) | plain_many(type(self), many)
            if before == after:
                return None
            current.version = version + 1
            current.save()
            set_many(current, many)
            self.refresh_from_db()
            event = current._write(REVISED, by, before, after, reason, stricter(was, current.openness))
            line.tell(current, by, was=level, was_open_to=was, reason=reason)
        return event

    def _write(self, verb, by, before, after, reason, openness):
        """Write the event of a change, and one for each further stage that it concerns."""
        changed = changed_fields(before, after)
        concerned = self.concerns(set(changed), is_new=not before)
        own = concerned == "cycle" or (concerned and self.stage in concerned)
        event = ledger.record(
            verb, self, by, cycle=self.stage.cycle, stage=self.stage, reason=reason, openness=openness,
            before={name: before.get(name) for name in changed if before},
            after={name: after[name] for name in changed},
            material=bool(own), reach="cycle" if concerned == "cycle" else "stage",
        )  # fmt: skip
        for stage in () if concerned in ("", "cycle") else concerned:
            if stage != self.stage:
                ledger.record(
                    TOUCHED,
                    self,
                    by,
                    cycle=self.stage.cycle,
                    stage=stage,
                    reason=reason,
                    material=True,
                    openness=openness,
                )
        if self.asks_reassessment(changed):
            Reassessment.begin(event)
        return event

    def history(self):
        """The events of this record, oldest first, each change once.

        What it touched elsewhere is told by the stages, and that the line moved by the page of the line.
        """
        return Event.objects.of(self).exclude(verb__in=[TOUCHED.slug, *line.MOVEMENTS]).select_related("by", "stage")


def why_cannot_record(stage, person):
    """Why this person cannot record anything in this stage, as a sentence; empty when they can."""
    if not runs(stage, person):
        return NOT_AN_OFFICER
    return CYCLE_CLOSED if stage.cycle.is_closed else ""
