"""The ballot: what one person says of the things of an exercise, sealed until it is closed (R45).

What a ballot says stands in rows of `Choice` (a place or points) or of `Pair`. Nothing reads them but the giver's own
page and the counting of a closed exercise (`results.py`); a test holds that.
"""

import uuid
from dataclasses import dataclass

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...ranking import Judgement
from .sides import Side


class BallotQuerySet(models.QuerySet):
    def by_side(self):
        """How many there are of each Side, as a Turnout."""
        counted = dict(self.order_by().values_list("side").annotate(number=models.Count("pk")))
        return Turnout(counted.get(Side.USERS, 0), counted.get(Side.PROFESSIONALS, 0))

    def by_party(self):
        """(side, name of the party, how many) of each party that gave any; users first."""
        rows = self.order_by("-side", "participant__name").values_list("side", "participant__name")
        return list(rows.annotate(number=models.Count("pk")))


@dataclass(frozen=True)
class Turnout:
    """How many ballots came in from each side: all that anybody may know while an exercise is open."""

    users: int
    professionals: int


class Ballot(models.Model):
    """One ballot. given_by: None for the paper of somebody who is not named. reference: the code on that paper."""

    class Channel(models.TextChoices):
        ONLINE = "online", _("Online")
        PAPER = "paper", _("On paper")
        MEETING = "meeting", _("At a meeting or face to face")
        PHONE = "phone", _("By phone")

    PERSONAL = {"given_by": Class.PART, "entered_by": Class.PART}

    exercise = models.ForeignKey("cycle.Exercise", models.PROTECT, related_name="ballots")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="ballots")
    side = models.CharField(max_length=13, choices=Side)
    given_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="ballots")
    entered_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    channel = models.CharField(_("how it was given"), max_length=8, choices=Channel, default=Channel.ONLINE)
    reference = models.CharField(_("code on the paper"), max_length=12, blank=True)
    is_abstention = models.BooleanField(default=False)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1)
    at = models.DateTimeField(default=timezone.now)

    objects = BallotQuerySet.as_manager()

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["exercise", "given_by"], condition=Q(given_by__isnull=False), name="cycle_ballot_once_a_person"
            ),
            models.UniqueConstraint(
                fields=["exercise", "reference"], condition=~Q(reference=""), name="cycle_ballot_once_a_paper"
            ),
            models.CheckConstraint(condition=Q(side__in=["users", "professionals"]), name="cycle_ballot_side_is_known"),
            models.CheckConstraint(
                condition=Q(channel="online", given_by__isnull=False, given_by=F("entered_by"), reference="")
                | Q(channel__in=["paper", "meeting", "phone"]),
                name="cycle_ballot_online_is_ones_own",
            ),
        ]

    def __str__(self):
        return str(_("Ballot from %(party)s") % {"party": self.participant})

    @property
    def content(self):
        """What it says, as the counting takes it: Item -> place or points; for pairs a list of Judgement."""
        if self.exercise.is_of_pairs:
            return [pair.judgement for pair in self.pairs.select_related("first", "second")]
        return {choice.item: choice.value for choice in self.choices.select_related("item").order_by("value", "pk")}

    def write(self, content):
        """Put this in the place of what it said before. Call it inside `ledger.writing`."""
        self.choices.all().delete()
        self.pairs.all().delete()
        if self.exercise.is_of_pairs:
            Pair.objects.bulk_create(Pair.of(self, judgement) for judgement in content)
        else:
            rows = [Choice(ballot=self, item=item, value=value) for item, value in content.items() if value]
            Choice.objects.bulk_create(rows)


class Choice(models.Model):
    """The place or the points that a ballot gives to one thing; what it leaves out has no row."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="choices")
    item = models.ForeignKey("cycle.Item", models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "item"], name="cycle_choice_once_a_thing"),
            models.CheckConstraint(condition=Q(value__range=(1, 1000)), name="cycle_choice_is_from_1"),
        ]

    def __str__(self):
        return str(self.ballot)


class Pair(models.Model):
    """What a ballot says of two things; `first` is the one with the lower key, so that no pair is there twice."""

    class Prefers(models.TextChoices):
        FIRST = "first"
        SECOND = "second"
        LEVEL = "level"

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="pairs")
    first = models.ForeignKey("cycle.Item", models.PROTECT, related_name="+")
    second = models.ForeignKey("cycle.Item", models.PROTECT, related_name="+")
    prefers = models.CharField(max_length=6, choices=Prefers)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["ballot", "first", "second"], name="cycle_pair_once_a_ballot"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="cycle_pair_is_of_two_in_order"),
            models.CheckConstraint(condition=Q(prefers__in=["first", "second", "level"]), name="cycle_pair_is_known"),
        ]

    def __str__(self):
        return str(self.ballot)

    @classmethod
    def of(cls, ballot, judgement):
        """The row for a Judgement of two Items."""
        first, second = sorted(judgement[:2], key=lambda item: item.pk)
        won = cls.Prefers.FIRST if judgement.winner == first else cls.Prefers.SECOND
        return cls(ballot=ballot, first=first, second=second, prefers="level" if judgement.is_tie else won)

    @property
    def judgement(self):
        """What it says, as the counting takes it."""
        if self.prefers == self.Prefers.SECOND:
            return Judgement(self.second, self.first)
        return Judgement(self.first, self.second, is_tie=self.prefers == self.Prefers.LEVEL)
