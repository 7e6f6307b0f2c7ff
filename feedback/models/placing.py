"""How people place a stage beside what the authority says of it: answers that nobody is named with (R23)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cycle.models import Stage
from cycle.models.record import CYCLE_CLOSED
from cycle.words import Verb

from .unnamed import MINIMUM, Counted, Unnamed, is_of_enough_people

__all__ = ["MINIMUM", "Placing", "Tally"]

TALLIED = Verb("placing counted", _("and at least four others said how open it is:"))

NOT_INVOLVED = _("Only people who take part in this cycle can say how open it is.")
HAS_A_SEAT = _("You have a seat in this cycle. This question is for the people whom the authority works with.")
NOT_OPENED = _("This stage has not opened yet. You can say how open it is once it has.")


class Tally(Counted):
    """How many people placed a round where."""

    TOLD = TALLIED

    open_count = models.PositiveIntegerField(_("Open and willing"), default=0)
    says_count = models.PositiveIntegerField(_("Says it is open, but is not"), default=0)
    closed_count = models.PositiveIntegerField(_("Not open"), default=0)

    class Meta(Counted.Meta):
        verbose_name = _("count of what people say")
        verbose_name_plural = _("counts of what people say")
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="feedback_tally_number_once_in_a_round"),
            models.CheckConstraint(
                condition=is_of_enough_people("open_count", "says_count", "closed_count"),
                name="feedback_tally_is_of_enough_people",
            ),
        ]

    def __str__(self):
        return _("%(total)d people on %(round)s") % {"total": self.total, "round": self.round}

    def get_absolute_url(self):
        return reverse("stage_openness", args=[self.stage.cycle.slug, self.stage.kind_slug])

    @classmethod
    def column(cls, answer):
        return f"{answer}_count"

    @property
    def counts(self):
        """(position, its words, how many said so) for each of the three, in their order."""
        return [(each.value, each.label, getattr(self, self.column(each.value))) for each in Placing.Position]

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


class Placing(Unnamed):
    """One person's answer: how open one round of a stage is."""

    class Position(models.TextChoices):
        OPEN = "open", _("Open and willing")
        SAYS = "says", _("Says it is open, but is not")
        CLOSED = "closed", _("Not open")

    SAYS = "position"
    COUNT = Tally

    position = models.CharField(_("how open it is"), max_length=8, choices=Position)
    counted = models.CharField(max_length=8, choices=Position, blank=True)

    class Meta(Unnamed.Meta):
        verbose_name = _("placing")
        verbose_name_plural = _("placings")
        constraints = [
            models.CheckConstraint(
                condition=Q(position__in=["open", "says", "closed"]), name="feedback_placing_position_is_known"
            ),
            models.CheckConstraint(
                condition=Q(counted__in=["", "open", "says", "closed"]), name="feedback_placing_counted_is_known"
            ),
        ]

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
        cls.keep(stage, by, {(): position})


Tally.ANSWERS = Placing
