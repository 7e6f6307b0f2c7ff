"""The exercise: users and professionals put the same things in order, each for itself, sealed until closed (R45)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ... import moves
from ...models.record import Record
from ...models.records import RecordQuerySet
from ...waits import Waits
from . import agreeing, giving, item, opening, paper, results, tables

FIXED = _("A ballot is in, so the question, the method and the points stay as they are.")


class ExerciseQuerySet(RecordQuerySet):
    def waiting_for(self, person, cycles):
        """The open ones of these cycles that this person may read and has given no ballot in, the soonest first."""
        mine = self.model._meta.get_field("ballots").related_model.objects.filter(given_by=person).values("exercise_id")
        rows = self.filter(state="open", stage__cycle__in=cycles).exclude(pk__in=mine)
        return rows.visible_to(person).select_related("stage").order_by("closes_on", "pk")


class Exercise(moves.Movable, Record):
    """What people are asked to put in order, and how.

    closes_on is what people are told; ballots are taken until an officer closes it, so that paper that comes late on
    that day still counts. again_of, again_because: a closed one is never opened again, a new one says why.
    """

    class Method(models.TextChoices):
        RANK = "rank", _("Put in order")
        POINTS = "points", _("Share out points")
        PAIRS = "pairs", _("Two at a time")

    class State(models.TextChoices):
        PREPARING = "preparing", pgettext_lazy("exercise", "Being prepared")
        OPEN = "open", pgettext_lazy("exercise", "Open")
        CLOSED = "closed", pgettext_lazy("exercise", "Closed")

    SLUG = "exercises"
    ADD = _("Add an exercise")
    ABOUT = _("Users and professionals put the same things in order, each side for itself.")
    OWN_FIELDS = ("question", "method", "points_each", "closes_on", "again_of", "again_because")
    FIGURE = "state"
    LISTED = ("closes_on",)
    PART = "exercise"
    PAGE = "cycle/exercise.html"
    WAITS = Waits("closes_on", Q(state="open"), _("Close it when its day is over, and count: “%(title)s”"))
    MOVES = opening.MOVES

    question = models.CharField(
        _("what people are asked"), max_length=240, help_text=_("For example: “What has to come first?”")
    )
    method = models.CharField(_("how they answer"), max_length=6, choices=Method, default=Method.RANK)
    points_each = models.PositiveSmallIntegerField(
        _("points for each person"), default=10, help_text=_("Only when points are shared out. From 2 to 100."),
    )  # fmt: skip
    closes_on = models.DateField(_("last day for ballots"))
    again_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("asks again after"),
        help_text=_("When you ask again about the same: the exercise before this one."),
    )  # fmt: skip
    again_because = models.TextField(_("why people are asked again"), blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.PREPARING, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    objects = ExerciseQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("exercise")
        verbose_name_plural = _("exercises")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(points_each__range=(2, 100)), name="cycle_exercise_points_from_2_to_100",
                violation_error_message=_("Give each person from 2 to 100 points."),
            ),
            models.CheckConstraint(
                condition=Q(again_of__isnull=True, again_because="")
                | (Q(again_of__isnull=False) & ~Q(again_because="")),
                name="cycle_exercise_again_has_a_reason",
                violation_error_message=_("When you ask again, say after which exercise, and why."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["preparing", "open"], closed_at__isnull=True)
                | Q(state="closed", closed_at__isnull=False),
                name="cycle_exercise_closed_has_its_time",
            ),
        ]  # fmt: skip

    def get_url(self, name, *more):
        """The address of one of its further pages."""
        return reverse(name, args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk, *more])

    @property
    def ledger_cycle(self):
        return self.stage.cycle

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def ledger_openness(self):
        return self.openness

    @property
    def is_open(self):
        return self.state == self.State.OPEN

    @property
    def is_closed(self):
        return self.state == self.State.CLOSED

    @property
    def is_of_pairs(self):
        return self.method == self.Method.PAIRS

    @property
    def is_of_points(self):
        return self.method == self.Method.POINTS

    @property
    def turnout(self):
        """How many ballots came in from each side; nothing else of them is told while it is open."""
        return self.ballots.by_side()

    @property
    def facts(self):
        """As of every record; the points are told only where there are any."""
        without = () if self.is_of_points else ("points_each",)
        return self.facts_in([name for name in self.OWN_FIELDS if name not in (*self.references(), *without)])

    @property
    def results(self):
        """The Results of both sides; None until it is closed."""
        return results.results_of(self) if self.is_closed else None

    def told(self, reader):
        """The results as Glances, with what this reader may read of the agreed list; empty until it is closed."""
        if (counted := self.results) is None:
            return []
        rows = agreeing.Priority.objects.filter(item__exercise=self).visible_to(reader, self.stage.cycle)
        agreed = {each.item_id: each for each in rows.select_related("stage")}
        for each in agreed.values():
            each.stage = self.stage
        return tables.told(counted, agreed)

    @property
    def is_agreed(self):
        """Whether the agreed list was made from it."""
        return self.items.filter(priority__isnull=False).exists()

    @property
    def is_early(self):
        """Whether the last day that people were told of is not over."""
        return self.closes_on >= timezone.localdate()

    def ballot_of(self, person):
        """The Ballot that this person gave, or None."""
        return self.ballots.filter(given_by=person).select_related("participant").first()

    def afresh(self):
        """The same as the database has it now; with the very stage."""
        found = type(self).objects.get(pk=self.pk)
        found.stage = self.stage
        return found

    def why_items_are_fixed(self, person):
        """Why this person cannot say what is put in order, as a sentence; empty when they can."""
        if sentence := self.why_cannot_change(person):
            return sentence
        if self.is_closed:
            return opening.NOT_NOW["closed"]
        return item.FIXED if self.ballots.exists() else ""

    def revise(self, by, version, reason, **said):
        """As with every record; but what people answered to stays as it was once the first ballot is in."""
        asked = {name: said[name] for name in ("question", "method", "points_each") if name in said}
        with giving.writing(self):
            current = self.afresh()
            if any(getattr(current, name) != value for name, value in asked.items()) and self.ballots.exists():
                raise moves.Refused(FIXED)
            event = super().revise(by, version, reason, **said)
            if self.is_open and (sentence := item.unready(self)):
                raise moves.Refused(sentence)
            return event

    def open(self, by):
        """Let ballots come in. Returns the Event. Raises Refused."""
        with giving.writing(self):
            self.stage.refresh_from_db(fields=["state"])  # somebody may just have finished it
            return self.move("open", by)

    def close(self, by):
        """Take no more ballots, count them, and show the results. Returns the Event. Raises Refused."""
        with giving.writing(self):
            came = self.turnout
            told = {"ballots_of_users": came.users, "ballots_of_professionals": came.professionals}
            return self.move("close", by, told=told, closed_at=timezone.now())

    # What else can be asked of it and done with it: each in the file of its concept.
    on_page = giving.on_page
    why_cannot_vote = giving.why_cannot_vote
    why_cannot_put_in = giving.why_cannot_put_in
    why_cannot_agree = agreeing.why_cannot_agree
    why_reason_is_needed = staticmethod(agreeing.why_reason_is_needed)
    set_items = item.set_items
    vote = giving.vote
    put_in = giving.put_in
    print_paper = paper.print_for
    paper_coded = paper.coded
    agree = agreeing.agree
