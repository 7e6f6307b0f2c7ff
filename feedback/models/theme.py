"""The theme: a name for what several people speak about, and what belongs under it (R38, R45)."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import NOT_AN_OFFICER, runs
from cycle.models.open_to import open_to
from cycle.models.stage import cycle_closed
from cycle.openness import Openness
from cycle.snapshot import changed_fields, snapshot
from cycle.words import Verb
from people.personal import Class

MADE = Verb("theme made", _("made the theme"))
CHANGED = Verb("theme changed", _("changed the theme"))
RETIRED = Verb("theme retired", _("no longer uses the theme"))
RETURNED = Verb("theme used again", _("uses the theme again:"))
MERGED = Verb("theme merged", _("put with another theme:"))

NAMED_ALREADY = _("There is a theme with this name already.")
NOT_USED = _("This theme is not used any more.")
USED = _("This theme is in use.")
TWO_LEVELS = _("Themes have two levels and no more. Choose another one, or none.")
OTHERS_UNDER_IT = _("Other themes stand under this one. Change them first.")
ITSELF = _("Choose another theme than this one.")
FEWER_READERS = _("Fewer people may read the name of the other theme. Choose one that at least as many may read.")

ORDER = (Openness.PUBLIC, Openness.INVOLVED, Openness.WITHHELD)


class ThemeQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those whose names this person may read, in one cycle or in all that they may know of."""
        return self.filter(open_to(person, "cycle", cycle))

    def in_stage(self, stage):
        """Those of one stage."""
        return self.filter(stage=stage)

    def used(self):
        """Those that things are sorted into now."""
        return self.filter(state=self.model.State.USED)

    def top(self):
        """Those that stand under no other one."""
        return self.filter(parent=None)

    def on_top_beside(self, theme):
        """Those under which this theme (None for a new one) may stand."""
        return self.top().used().exclude(pk=theme.pk if theme else None)


class Theme(moves.Movable):
    """One theme of a stage; it may stand under another one, and no deeper. It is retired or merged, never deleted."""

    class State(models.TextChoices):
        USED = "used", _("In use")
        RETIRED = "retired", _("Not used any more")
        MERGED = "merged", _("Put with another theme")

    MOVES = {
        "retire": moves.Move(RETIRED, ("used",), "retired", runs, NOT_AN_OFFICER, NOT_USED, cycle_closed),
        "merge": moves.Move(MERGED, ("used",), "merged", runs, NOT_AN_OFFICER, NOT_USED, cycle_closed),
        "return": moves.Move(RETURNED, ("retired", "merged"), "used", runs, NOT_AN_OFFICER, USED, cycle_closed),
    }

    READERS = (
        (Openness.PUBLIC, _("Everyone")),
        (Openness.INVOLVED, _("Only those who take part in this cycle")),
        (Openness.WITHHELD, _("Only the officers of this cycle")),
    )

    PERSONAL = {"made_by": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="themes")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="themes")
    name = models.CharField(_("name"), max_length=60)
    about = models.TextField(_("what belongs in it"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("stands under")
    )
    openness = models.CharField(_("who may read its name"), max_length=8, choices=READERS, default=Openness.PUBLIC)
    place = models.PositiveSmallIntegerField(_("its number in the list"), default=0)
    state = models.CharField(max_length=8, choices=State, default=State.USED)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="taken_in")
    made_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ("place", "name", "pk")
        constraints = [
            models.UniqueConstraint("stage", Lower("name"), name="feedback_theme_named_once_in_a_stage"),
            models.CheckConstraint(
                condition=Q(state__in=["used", "retired", "merged"]), name="feedback_theme_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="feedback_theme_merged_says_into_which",
            ),
            models.CheckConstraint(
                condition=(Q(parent__isnull=True) | ~Q(parent=F("id")))
                & (Q(merged_into__isnull=True) | ~Q(merged_into=F("id"))),
                name="feedback_theme_is_not_its_own",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("theme", args=[self.cycle.slug, self.stage.kind_slug, self.pk])

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def ledger_openness(self):
        return self.openness

    @property
    def is_used(self):
        return self.state == self.State.USED

    @classmethod
    def refusal_to_make(cls, stage, person):
        """Why this person cannot make or sort into themes here; empty when they can."""
        return cycle_closed(stage) if stage.cycle.standing_of(person).runs else NOT_AN_OFFICER

    def refusal_to_change(self, person):
        """Why this person cannot change this theme now; empty when they can."""
        return type(self).refusal_to_make(self.stage, person) or ("" if self.is_used else NOT_USED)

    @classmethod
    def make(cls, stage, by, name, about, **said):
        """Make a theme. Returns it. said: parent, openness, place. Raises Refused."""
        if sentence := cls.refusal_to_make(stage, by):
            raise moves.Refused(sentence)
        with ledger.writing(stage.cycle):
            new = cls(cycle=stage.cycle, stage=stage, name=name.strip(), about=about, made_by=by, **said)
            new._check()
            new.save(force_insert=True)
            new._record(MADE, by, {})
        return new

    def change(self, by, version, **said):
        """Change its name, what belongs in it, what it stands under or who may read it. Raises Refused."""
        with ledger.writing(self.cycle):
            fresh = type(self).objects.select_related("parent").get(pk=self.pk)
            fresh.stage, fresh.cycle = self.stage, self.cycle
            if sentence := fresh.refusal_to_change(by):
                raise moves.Refused(sentence)
            if fresh.version != version:
                raise moves.Refused(moves.QUICKER, conflict=True)
            before = fresh._said()
            for name, value in said.items():
                setattr(fresh, name, value)
            fresh._check()
            if changed_fields(before, fresh._said()):
                fresh.version += 1
                fresh.save()
                fresh._record(CHANGED, by, before)
        return fresh

    def retire(self, by):
        """Use it no more; what stands in it stays there. Raises Refused."""
        self._has_none_under_it()
        return self.move("retire", by)

    def use_again(self, by):
        """Use it again. Raises Refused."""
        return self.move("return", by, merged_into=None)

    def merge(self, by, into):
        """Close it for another theme; `sorting.merge` moves what stands in it. Returns the Event. Raises Refused."""
        if into.pk == self.pk or into.stage_id != self.stage_id or not into.is_used:
            raise moves.Refused(ITSELF)
        if ORDER.index(into.openness) > ORDER.index(self.openness):
            raise moves.Refused(FEWER_READERS)
        self._has_none_under_it()
        return self.move("merge", by, told={"joined": into.name}, merged_into=into)

    def _has_none_under_it(self):
        if self.children.used().exists():
            raise moves.Refused(OTHERS_UNDER_IT)

    def _check(self):
        """Raise Refused when the name is taken, or what it stands under does not do."""
        same = type(self).objects.in_stage(self.stage).filter(name__iexact=self.name).exclude(pk=self.pk)
        if same.exists():
            raise moves.Refused(NAMED_ALREADY)
        above = self.parent
        if above and (above.parent_id or above.stage_id != self.stage_id or above.pk == self.pk or not above.is_used):
            raise moves.Refused(TWO_LEVELS)
        if above and self.pk and self.children.exists():
            raise moves.Refused(TWO_LEVELS)
        if above and ORDER.index(above.openness) > ORDER.index(self.openness):
            raise moves.Refused(FEWER_READERS)

    def _said(self):
        """What the ledger keeps of it, plain; what it stands under by name."""
        return {
            **snapshot(self, ("name", "about", "openness", "place")),
            "under": self.parent.name if self.parent else "",
        }

    def _record(self, verb, by, before):
        after = self._said()
        names = changed_fields(before, after)
        ledger.record(
            verb, self, by, cycle=self.cycle, stage=self.stage, openness=self.openness,
            before={name: before.get(name) for name in names}, after={name: after[name] for name in names},
        )  # fmt: skip
