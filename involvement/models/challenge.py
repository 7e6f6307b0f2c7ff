"""The challenge: somebody says that what is kept back ought to be shown, and is owed a reply by a day (R14)."""

from datetime import timedelta
from functools import cached_property

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cycle.models import Cycle
from people.personal import Class
from people.triggers import Guard


class ChallengeQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """All of the cycles (or of the one) that this person may know of: that there was one is told to everybody."""
        return self.filter(cycle__in=Cycle.objects.visible_to(person, cycle))

    def to(self, record):
        """Those to one record, in their order."""
        return self.filter(thing_type=record._meta.label_lower, thing_id=record.pk).order_by("number")

    def for_list(self):
        """With what a page says of them, oldest first."""
        related = self.select_related("by", "participant", "replied_by", "stage__cycle", "cycle")
        return related.order_by("given_at", "pk")

    def unanswered(self):
        """Those that wait for a reply."""
        return self.filter(replied_at__isnull=True)

    def replied_lately(self, person, days):
        """Those of this person that got their reply in the last so many days."""
        return self.filter(by=person, replied_at__gte=timezone.now() - timedelta(days=days))

    def to_look_at_again(self, cycles, on=None):
        """Those whose reply left something as it was until a day that has come, and that no later reply overtook."""
        later = self.model.objects.filter(
            thing_type=OuterRef("thing_type"), thing_id=OuterRef("thing_id"), number__gt=OuterRef("number"),
            replied_at__isnull=False,
        )  # fmt: skip
        return self.filter(~Exists(later), cycle__in=cycles, review_on__lte=on or timezone.localdate())


class Challenge(models.Model):
    """Why one record ought to be shown, in somebody's words, and what was replied; once replied to, it stands.

    knew: whether the challenger could read the record; then these words are read by those who may read it, and else by
    everybody. The reply is for everybody.
    """

    class Outcome(models.TextChoices):
        OPENED = "opened", gettext_lazy("It is open to everyone now")
        NARROWED = "narrowed", gettext_lazy("Less is kept back now")
        STAYS = "stays", gettext_lazy("It stays as it is")

    PERSONAL = {"by": Class.PART, "words": Class.SAID, "replied_by": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="challenges")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="challenges")
    thing_type = models.CharField(max_length=60)
    thing_id = models.PositiveBigIntegerField()
    number = models.PositiveSmallIntegerField()
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="challenges")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="challenges")
    words = models.TextField(gettext_lazy("why it ought to be shown"))
    knew = models.BooleanField()
    given_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    outcome = models.CharField(gettext_lazy("what came of it"), max_length=8, choices=Outcome, blank=True)
    reply = models.TextField(gettext_lazy("the reply"), blank=True)
    review_on = models.DateField(gettext_lazy("when that is looked at again"), null=True, blank=True)
    replied_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    replied_at = models.DateTimeField(null=True, blank=True)

    objects = ChallengeQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("challenge")
        verbose_name_plural = gettext_lazy("challenges")
        ordering = ("given_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["thing_type", "thing_id", "number"], name="involvement_challenge_number_once"
            ),
            models.UniqueConstraint(
                fields=["thing_type", "thing_id", "participant"], condition=Q(replied_at__isnull=True),
                name="involvement_challenge_one_waits_for_each_party",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="involvement_challenge_says_why"),
            models.CheckConstraint(
                condition=Q(outcome="", reply="", review_on=None, replied_by=None, replied_at=None)
                | (
                    Q(replied_by__isnull=False, replied_at__isnull=False)
                    & ~Q(reply="")
                    & (
                        Q(outcome="stays", review_on__isnull=False)
                        | Q(outcome__in=["opened", "narrowed"], review_on__isnull=True)
                    )
                ),
                name="involvement_challenge_reply_is_whole_or_absent",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["cycle", "replied_at"], name="challenge_of_cycle"),
            models.Index(fields=["by", "replied_at"], name="challenge_of_person"),
        ]

    def __str__(self):
        """What it is about, without a word of what is kept back."""
        return _("one %(noun)s") % {"noun": self.model._meta.verbose_name}

    def get_absolute_url(self):
        return self.address("challenge")

    def address(self, name):
        """The address of this challenge ("challenge"), or of the reply to it ("challenge_reply")."""
        here = [self.stage.cycle.slug, self.stage.kind_slug, self.model.SLUG, self.thing_id, self.number]
        return reverse(name, args=here)

    @property
    def model(self):
        """The model of the record that it is about."""
        return apps.get_model(self.thing_type)

    @cached_property
    def record(self):
        """The record that it is about, whoever asks."""
        found = self.model._default_manager.select_related("withheld_by").get(pk=self.thing_id)
        found.stage = self.stage
        return found

    @property
    def key(self):
        """The record's (type, id), as the ledger has it."""
        return self.thing_type, self.thing_id

    @property
    def is_answered(self):
        return self.replied_at is not None

    @property
    def is_overdue(self):
        return not self.is_answered and self.due_on < timezone.localdate()

    def name_for(self, person):
        """The name under which this reader sees the challenger: members are named only to those who take part."""
        party = self.participant
        if self.cycle.standing_of(person).is_involved:
            return _("%(name)s, %(party)s") % {"name": self.by.name, "party": party.name}
        return party.somebody


GUARD = Guard(
    table="involvement_challenge",
    columns=(
        "id", "cycle_id", "stage_id", "thing_type", "thing_id", "number", "by_id", "participant_id", "words", "knew",
        "given_at", "due_on", "outcome", "reply", "review_on", "replied_by_id", "replied_at",
    ),
    when="OLD.replied_at IS NOT NULL",
    blankable=("words",),
)  # fmt: skip
