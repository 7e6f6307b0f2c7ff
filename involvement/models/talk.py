"""The officers' talk: held without users, and declared, so that no such talk stays unseen (R26; c4, c5)."""

import uuid

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import CYCLE_CLOSED
from cycle.models.open_to import open_to
from cycle.openness import Openness, stricter
from cycle.snapshot import changed_fields, snapshot
from cycle.words import Verb
from people.personal import Class
from people.refusal import Conflict

DECLARED = Verb("talk without users declared", _("declared a talk held without users:"))
CHANGED = Verb("talk without users changed", _("wrote more about a talk held without users:"))

ONLY_SEATS = _("Only people with a seat in this cycle can declare a talk held without users.")
NOT_HELD = _("Declare a talk after it was held. If it is still to come, users can be asked to it.")


class TalkQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those that this person may read: by openness, in cycles that they may know of."""
        return self.filter(open_to(person, "stage__cycle", cycle))

    def in_stage(self, stage):
        """Those of one stage."""
        return self.filter(stage=stage)

    def in_cycle(self, cycle):
        """Those of all stages of one cycle."""
        return self.filter(stage__cycle=cycle)

    def for_list(self):
        """With what a list line needs, newest first."""
        return self.select_related("by", "stage").order_by("-pk")

    def counted_by_stage(self):
        """(slug of the stage's kind, how many) for each stage that has any, in the order of the stages."""
        rows = self.order_by("stage__place").values_list("stage__kind_slug")
        return list(rows.annotate(number=Count("pk")).values_list("stage__kind_slug", "number"))


class Talk(models.Model):
    """A talk of people with a seat, without users: what about, who by role, what came of it, and why so.

    It is never only for officers: that is what it is for. What has to stay back is left out of its words.
    """

    READERS = (
        (Openness.PUBLIC, _("Everyone")),
        (Openness.INVOLVED, _("Only those who take part in this cycle")),
    )
    SAID = ("topic", "held_on", "who", "outcome", "why_without", "openness")
    PERSONAL = {"by": Class.PART, "who": Class.NAMED, "outcome": Class.SAID}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="talks")
    topic = models.CharField(_("what it was about"), max_length=160)
    held_on = models.DateField(_("when it was"))
    who = models.CharField(_("who talked, by role"), max_length=240)
    outcome = models.TextField(_("what came of it"))
    why_without = models.TextField(_("why users were not there"))
    openness = models.CharField(_("who may read it"), max_length=8, choices=READERS, default=Openness.PUBLIC)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = TalkQuerySet.as_manager()

    class Meta:
        verbose_name = _("talk held without users")
        verbose_name_plural = _("talks held without users")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(openness__in=["public", "involved"]), name="involvement_talk_is_never_withheld"
            ),
            models.CheckConstraint(
                condition=~Q(topic="") & ~Q(outcome="") & ~Q(why_without=""), name="involvement_talk_is_declared_whole"
            ),
        ]
        indexes = [models.Index(fields=["stage", "-id"], name="talk_of_stage")]

    def __str__(self):
        return self.topic

    def get_absolute_url(self):
        return reverse("stage_talks", args=[self.stage.cycle.slug, self.stage.kind_slug]) + f"#talk-{self.pk}"

    @property
    def days_until_told(self):
        """How many days lay between the talk and its declaration."""
        return (timezone.localtime(self.at).date() - self.held_on).days

    @classmethod
    def refusal_to_declare(cls, stage, person):
        """Why this person can declare none in this stage, as a sentence; empty when they can."""
        if not stage.cycle.standing_of(person).roles:
            return ONLY_SEATS
        return CYCLE_CLOSED if stage.cycle.is_closed else ""

    def refusal_to_change(self, person):
        """Why this person cannot write more about it, as a sentence: officers may, and who declared it."""
        sentence = self.refusal_to_declare(self.stage, person)
        if sentence or self.by_id == person.pk or self.stage.cycle.standing_of(person).runs:
            return sentence
        return ONLY_SEATS

    @classmethod
    def declare(cls, stage, by, *, token=None, **said):
        """Declare a talk. A second time with the same token gives the first one back. Returns it. Raises Refused.

        said: topic, held_on, who, outcome, why_without, openness.
        """
        with ledger.writing(stage.cycle):
            if sentence := cls.refusal_to_declare(stage, by):
                raise moves.Refused(sentence)
            if said["held_on"] > timezone.localdate():
                raise moves.Refused(NOT_HELD)
            if token and (there := cls.objects.filter(token=token, by=by, stage=stage).first()):
                return there
            new = cls.objects.create(stage=stage, by=by, **said, **({"token": token} if token else {}))
            new._tell(DECLARED, by, {}, snapshot(new, cls.SAID), new.openness)
        return new

    def change(self, by, version, **said):
        """Write more about it, when nobody else has since `version` was read. Raises Refused, and Conflict.

        What stood there before stays in the ledger.
        """
        with ledger.writing(self.stage.cycle):
            if sentence := self.refusal_to_change(by):
                raise moves.Refused(sentence)
            current = type(self).objects.get(pk=self.pk)
            if current.version != version:
                raise Conflict(current)
            current.stage = self.stage
            before, was = snapshot(current, self.SAID), current.openness
            for name, value in said.items():
                setattr(current, name, value)
            after = snapshot(current, self.SAID)
            if before != after:
                current.version = version + 1
                current.save()
                current._tell(CHANGED, by, before, after, stricter(was, current.openness))

    def _tell(self, verb, by, before, after, openness):
        changed = changed_fields(before, after)
        ledger.record(
            verb, self, by, cycle=self.stage.cycle, stage=self.stage, openness=openness,
            before={name: before[name] for name in changed if before}, after={name: after[name] for name in changed},
        )  # fmt: skip
