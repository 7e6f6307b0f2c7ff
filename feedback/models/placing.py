"""How people place a stage beside what the authority says of it: answers that nobody is named with, and their counts.

An answer by itself is never shown. What is shown are counts that were taken once and then stand, and no count is taken
before MINIMUM people have a new answer since the last one (R23).
"""

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Stage
from cycle.models.record import CYCLE_CLOSED
from cycle.words import Verb

# Groups are small, and a count of three tells each of them what the other two said. Below five nothing is published of
# people in official statistics; ten, which is usual there, is more than most groups have.
MINIMUM = 5

TALLIED = Verb("placing counted", _("and at least four others said how open it is:"))

NOT_INVOLVED = _("Only people who take part in this cycle can say how open it is.")
HAS_A_SEAT = _("You have a seat in this cycle. This question is for the people whom the authority works with.")
NOT_OPENED = _("This stage has not opened yet. You can say how open it is once it has.")


class Placing(models.Model):
    """One person's answer about one round of a stage.

    No name, no day and no row number: its key is a keyed digest of who, which stage and which round, so that the one
    who gave it can change it. counted: the answer as the last tally has it, empty before the first.
    """

    class Position(models.TextChoices):
        OPEN = "open", _("Open and willing")
        SAYS = "says", _("Says it is open, but is not")
        CLOSED = "closed", _("Not open")

    pseudonym = models.CharField(max_length=64, primary_key=True)
    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="placings")
    position = models.CharField(_("how open it is"), max_length=8, choices=Position)
    counted = models.CharField(max_length=8, choices=Position, blank=True)

    class Meta:
        verbose_name = _("placing")
        verbose_name_plural = _("placings")
        ordering = ("pseudonym",)
        constraints = [
            models.CheckConstraint(
                condition=Q(position__in=["open", "says", "closed"]), name="feedback_placing_position_is_known"
            ),
            models.CheckConstraint(
                condition=Q(counted__in=["", "open", "says", "closed"]), name="feedback_placing_counted_is_known"
            ),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def pseudonym_of(cls, person, stage):
        """The key of this person's answer about the stage's current round; the same each time, and it names nobody."""
        said = f"{person.pk}:{stage.pk}:{stage.round_number}"
        return salted_hmac("feedback.Placing", said, algorithm="sha256").hexdigest()

    @classmethod
    def is_placed_by(cls, person, stage):
        """Whether this person has answered for the stage's current round."""
        return cls.objects.filter(pk=cls.pseudonym_of(person, stage)).exists()

    @classmethod
    def refusal(cls, stage, person):
        """Why this person cannot place this stage now, as a sentence; empty when they can (R23)."""
        standing = stage.cycle.standing_of(person)
        if standing.roles:
            return HAS_A_SEAT
        if not standing.belongs_to:
            return NOT_INVOLVED
        if stage.cycle.is_closed:
            return CYCLE_CLOSED
        return "" if stage.state in (Stage.State.OPEN, Stage.State.FINISHED) else NOT_OPENED

    @classmethod
    def place(cls, stage, by, position):
        """Say how open the stage's round is, or change what one said. Returns nothing, on purpose. Raises Refused."""
        with ledger.writing(stage.cycle):
            stage.refresh_from_db(fields=["state", "round_number"])
            if sentence := cls.refusal(stage, by):
                raise moves.Refused(sentence)
            said = {"round": stage.current_round, "position": position}
            cls.objects.update_or_create(pseudonym=cls.pseudonym_of(by, stage), defaults=said)
            Tally.take(stage, said["round"])


class TallyQuerySet(models.QuerySet):
    def of(self, stage):
        """Those of one stage, the first one first."""
        return self.filter(stage=stage).select_related("round").order_by("pk")

    def last_in_each_round(self):
        """For each round the one that was taken last; one query at any number."""
        later = self.model.objects.filter(round=OuterRef("round"), number__gt=OuterRef("number"))
        return self.filter(~Exists(later)).select_related("round")


class Tally(models.Model):
    """How many people gave which answer about a round, on the day when it was counted; never changed after."""

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="tallies")
    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="tallies")
    number = models.PositiveSmallIntegerField()
    taken_on = models.DateField(default=timezone.localdate)
    open_count = models.PositiveIntegerField(Placing.Position.OPEN.label, default=0)
    says_count = models.PositiveIntegerField(Placing.Position.SAYS.label, default=0)
    closed_count = models.PositiveIntegerField(Placing.Position.CLOSED.label, default=0)

    objects = TallyQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of what people say")
        verbose_name_plural = _("counts of what people say")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="feedback_tally_number_once_in_a_round"),
            models.CheckConstraint(
                condition=Q(open_count__gte=MINIMUM - F("says_count") - F("closed_count")),
                name="feedback_tally_is_of_enough_people",
            ),
        ]

    def __str__(self):
        return _("%(total)d people on %(round)s") % {"total": self.total, "round": self.round}

    def get_absolute_url(self):
        return reverse("stage_openness", args=[self.stage.cycle.slug, self.stage.kind_slug])

    @property
    def counts(self):
        """(position, its words, how many said so) for each of the three, in their order."""
        return [(each.value, each.label, getattr(self, f"{each.value}_count")) for each in Placing.Position]

    @property
    def total(self):
        """How many people it counts."""
        return sum(count for _position, _words, count in self.counts)

    @property
    def in_words(self):
        """ "Of 7 people, 2 say “Open and willing”, 4 …"."""
        said = {"total": self.total}
        for position, words, count in self.counts:
            said |= {position: count, f"{position}_words": words}
        return (
            _(
                "Of %(total)d people, %(open)d chose “%(open_words)s”, %(says)d chose “%(says_words)s” "
                "and %(closed)d chose “%(closed_words)s”."
            )
            % said
        )

    @classmethod
    def take(cls, stage, round):
        """Count once more, when at least MINIMUM people have another answer than the last tally has.

        Returns the Tally, or None. Call it while the cycle's ledger is held.
        """
        placings = Placing.objects.filter(round=round)
        if placings.exclude(position=F("counted")).count() < MINIMUM:
            return None
        rows = placings.order_by().values_list("position").annotate(Count("pk"))
        counts = {f"{position}_count": number for position, number in rows}
        tally = cls.objects.create(
            stage=stage, round=round, number=cls.objects.filter(round=round).count() + 1, **counts
        )
        placings.update(counted=F("position"))
        ledger.record(TALLIED, tally, None, cycle=stage.cycle, stage=stage, after=counts)
        return tally
