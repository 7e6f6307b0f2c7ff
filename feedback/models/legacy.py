"""What a cycle does with one thing that an earlier one left: it takes it up or leaves it, for a reason (R87)."""

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER
from cycle.words import Verb
from people.personal import Class

TAKEN_UP = Verb("legacy taken up", _("took up from an earlier cycle:"))
LEFT = Verb("legacy left", _("left from an earlier cycle:"))

SAY_WHY = _("Say why, so that everybody can follow.")


class LegacyQuerySet(models.QuerySet):
    def in_cycle(self, cycle):
        """Those of one cycle, with what a list says of them, oldest first."""
        return self.filter(cycle=cycle).select_related("earlier", "stage", "by").order_by("pk")

    def taken_into(self, stage):
        """What this stage takes up."""
        return self.filter(stage=stage, choice="taken").select_related("earlier", "by").order_by("pk")

    def of(self, things):
        """Those about these things of one sort."""
        label = things[0]._meta.label_lower if things else ""
        return self.filter(thing_type=label, thing_id__in=[each.pk for each in things])


class Legacy(models.Model):
    """One thing of an earlier cycle, and whether this cycle takes it up.

    words: what it is, as everybody may read it. stage: where it is taken up, or None.
    """

    class Choice(models.TextChoices):
        TAKEN = "taken", _("We take it up")
        LEFT = "left", _("We leave it")

    PERSONAL = {"by": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="legacies")
    earlier = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="left_to_others")
    thing_type = models.CharField(max_length=60)
    thing_id = models.PositiveBigIntegerField()
    words = models.CharField(_("what it is"), max_length=240)
    choice = models.CharField(_("what becomes of it"), max_length=8, choices=Choice)
    because = models.TextField(_("why"))
    stage = models.ForeignKey(
        "cycle.Stage", models.PROTECT, null=True, blank=True, related_name="legacies",
        verbose_name=_("which stage takes it up"),
    )  # fmt: skip
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = LegacyQuerySet.as_manager()

    class Meta:
        verbose_name = _("thing from an earlier cycle")
        verbose_name_plural = _("things from earlier cycles")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["cycle", "thing_type", "thing_id"], name="feedback_legacy_once_in_a_cycle"),
            models.CheckConstraint(condition=~Q(because=""), name="feedback_legacy_has_a_reason"),
            models.CheckConstraint(condition=Q(choice__in=["taken", "left"]), name="feedback_legacy_choice_is_known"),
            models.CheckConstraint(
                condition=Q(choice="taken") | Q(stage__isnull=True), name="feedback_legacy_left_is_in_no_stage"
            ),
        ]
        indexes = [models.Index(fields=["thing_type", "thing_id"], name="legacy_of_thing")]

    def __str__(self):
        return self.words

    def get_absolute_url(self):
        return reverse("from_before", args=[self.cycle.slug])

    @property
    def is_taken(self):
        return self.choice == self.Choice.TAKEN

    @classmethod
    def why_cannot_decide(cls, cycle, person):
        """Why this person cannot say what becomes of what was left, as a sentence; empty when they can."""
        if not cycle.standing_of(person).runs:
            return NOT_AN_OFFICER
        return CYCLE_CLOSED if cycle.is_closed else ""

    @classmethod
    def decide(cls, cycle, by, left, choice, because, stage=None):
        """Take up or leave each of these, and write it down; a later word replaces an earlier one, but in the ledger.

        left: of feedback.inheriting.Left. Returns how many are different now. Raises Refused (R87).
        """
        if sentence := cls.why_cannot_decide(cycle, by):
            raise moves.Refused(sentence)
        if not because.strip():
            raise moves.Refused(SAY_WHY)
        stage = stage if choice == cls.Choice.TAKEN else None
        with ledger.writing(cycle):
            return sum(cls._decide(cycle, by, each, choice, because, stage) for each in left)

    @classmethod
    def _decide(cls, cycle, by, left, choice, because, stage):
        thing = {"thing_type": left.thing_type, "thing_id": left.thing_id}
        said = {"choice": choice, "because": because, "stage": stage}
        there = cls.objects.filter(cycle=cycle, **thing).first()
        if there and all(getattr(there, name) == value for name, value in said.items()):
            return 0
        row = there or cls(cycle=cycle, earlier=left.earlier, words=left.public_words[:240], **thing)
        for name, value in {**said, "by": by, "at": timezone.now()}.items():
            setattr(row, name, value)
        row.save()
        after = {"because": because, **({"taken_into": str(stage)} if stage else {})}
        verb = TAKEN_UP if row.is_taken else LEFT
        ledger.record(verb, row, by, cycle=cycle, stage=stage, after=after)
        return 1

    @property
    def thing_model(self):
        """The model of what was left."""
        return apps.get_model(self.thing_type)
