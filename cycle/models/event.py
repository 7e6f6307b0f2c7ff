"""The event: one line of the ledger."""

import json
from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard

from ..openness import Openness
from ..words import words_for

TAKEN_AWAY = _("(these words were taken away, because somebody asked to be forgotten)")


class EventQuerySet(models.QuerySet):
    def of(self, thing):
        """The events of one thing, oldest first."""
        return self.filter(thing_type=thing._meta.label_lower, thing_id=thing.pk).order_by("number")

    def of_all(self, things):
        """The events of several things of one sort."""
        return self.filter(thing_type=things[0]._meta.label_lower, thing_id__in=[thing.pk for thing in things])

    def same_thing_since(self, event):
        """This event and the later ones of the same thing."""
        return self.filter(thing_type=event.thing_type, thing_id=event.thing_id, number__gte=event.number)

    def by_verb(self, verb):
        """Those in which this happened; verb: a `Verb`."""
        return self.filter(verb=verb.slug)

    def by_verbs(self, slugs):
        """Those in which one of these happened; slugs: of Verbs."""
        return self.filter(verb__in=slugs)

    def newest(self, number):
        """The newest `number` of them, in a form that can still be narrowed down."""
        newest = self.order_by("-number").values("pk")[:number]
        return self.model._default_manager.filter(pk__in=list(newest.values_list("pk", flat=True))).order_by("-number")

    def concerning(self, stage):
        """The events of a stage, and those of its cycle that concern every stage."""
        return self.filter(cycle_id=stage.cycle_id).filter(models.Q(stage=stage) | models.Q(reach=Event.Reach.CYCLE))

    def numbered(self, cycles, numbers):
        """Those that have one of these numbers in one of these cycles."""
        return self.filter(cycle__in=cycles, number__in=numbers).select_related("by", "stage")

    def material(self):
        """Those that an agreement rests on (R10, R20)."""
        return self.filter(material=True)

    def after(self, number):
        """Those that came later than the event with this number in their cycle."""
        return self.filter(number__gt=number)


class Event(models.Model):
    """Who did what to which thing, when and why. Never changed, never deleted: the database refuses (promise 23)."""

    class Reach(models.TextChoices):
        STAGE = "stage", _("This stage")
        CYCLE = "cycle", _("Every stage")

    PERSONAL = {"by": Class.PART, "payload": Class.PART, "acting_for": Class.NAMED}
    PERSONAL_OF = {"acting_for": None}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="events")
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    acting_for = models.CharField(max_length=160, blank=True)
    verb = models.CharField(max_length=40)
    thing_type = models.CharField(max_length=60)
    thing_id = models.PositiveBigIntegerField()
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, null=True, related_name="events")
    material = models.BooleanField()
    reach = models.CharField(max_length=8, choices=Reach)
    openness = models.CharField(max_length=8, choices=Openness)
    payload = models.TextField(blank=True)
    salt = models.CharField(max_length=32, blank=True)
    payload_digest = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("cycle_id", "number")
        constraints = [
            models.UniqueConstraint(fields=["cycle", "number"], name="cycle_event_number_is_unique_in_its_cycle"),
            models.UniqueConstraint(fields=["cycle", "previous_hash"], name="cycle_event_chain_does_not_fork"),
        ]
        indexes = [
            models.Index(fields=["thing_type", "thing_id", "number"], name="cycle_event_of_thing"),
            models.Index(fields=["stage", "material", "number"], name="cycle_event_of_stage"),
            models.Index(fields=["stage", "verb", "number"], name="cycle_event_of_verb"),
            models.Index(fields=["cycle", "verb", "number"], name="cycle_event_of_verb_in_cycle"),
            models.Index(
                fields=["cycle", "reach", "number"], name="cycle_event_material", condition=models.Q(material=True)
            ),
        ]

    def __str__(self):
        return f"{self.number}: {self.verb}"

    @cached_property
    def said(self):
        """The payload: title, before, after, reason. Empty ones after an erasure."""
        return json.loads(self.payload) if self.payload else {"title": "", "before": {}, "after": {}, "reason": ""}

    @property
    def words(self):
        """The verb in words for a reader."""
        return words_for(self.verb)

    @property
    def is_blanked(self):
        """Whether its words were taken away because somebody was forgotten; its seal still holds."""
        return not self.salt

    def own_words(self, name):
        """What its payload holds of the words of the one who did it: the reason that they gave."""
        return self.reason

    @property
    def title(self):
        """What the thing was called then; or that the words were taken away."""
        return str(TAKEN_AWAY) if self.is_blanked else self.said["title"]

    @property
    def reason(self):
        return self.said["reason"]


GUARD = Guard(
    table="cycle_event",
    columns=(
        "id", "cycle_id", "number", "at", "by_id", "acting_for", "verb", "thing_type", "thing_id", "stage_id",
        "material", "reach", "openness", "payload", "salt", "payload_digest", "previous_hash", "hash",
    ),
    blankable=("payload", "salt"),
)  # fmt: skip
