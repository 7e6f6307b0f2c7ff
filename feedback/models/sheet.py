"""The sheet: what officers tell everybody in their own words of what came of what people said, version by version.

What was asked, said, changed and promised is read from the ledger each time (`feedback/report/told.py`); here is only
what somebody has written themselves, in plain words or as Easy Read.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER, runs
from cycle.words import Verb
from people.personal import Class
from people.triggers import Guard

PUBLISHED = Verb("sheet published", _("told everybody:"))

EMPTY = _("There is nothing to read yet. Write a few sentences first.")
STANDS = _("This version is published, so it stands. Begin a new one to say something else.")

# The pictures of Easy Read, each a template in templates/feedback/sheet/pictures/.
PICTURES = {
    "people": _("People"),
    "ask": _("A question"),
    "say": _("Somebody speaks"),
    "yes": _("A tick"),
    "no": _("A cross"),
    "later": _("A clock"),
    "promise": _("Two hands"),
    "meal": _("A meal"),
    "money": _("Money"),
    "paper": _("A letter"),
    "home": _("A house"),
    "meet": _("People at a table"),
}


def unready(sheet):
    """What a sheet lacks before it can be published, as a sentence."""
    return "" if sheet.text.strip() else EMPTY


class SheetQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Published ones, for whoever may know of their cycle; the ledger tells of no other."""
        published = self.exclude(state="draft")
        if cycle is not None:
            return published.filter(cycle=cycle) if cycle.is_known_to(person) else self.none()
        return published.filter(cycle__published_at__isnull=False)

    def of(self, cycle, stage, form):
        """Those of a stage, or with None of the whole cycle, in this form, the newest last."""
        return self.filter(cycle=cycle, stage=stage, form=form).select_related("written_by").order_by("number")

    def published_ones(self):
        """The one that is published now, as a queryset."""
        return self.filter(state="published")

    def published(self):
        """The one that is published now, or None."""
        return self.published_ones().last()

    def draft(self):
        """The one that is being written."""
        return self.filter(state="draft").last()


class Sheet(moves.Movable):
    """One version of the words for a stage, or for a whole cycle (stage is None).

    text: one idea a line. pictures: for Easy Read, the name of the picture of each line, "-" for none, one a line.
    event_number: up to which event its writers knew, once it is published. revision: counts the savings of a draft.
    """

    class Form(models.TextChoices):
        PLAIN = "plain", _("Plain words")
        EASY = "easy", _("Easy Read")

    class State(models.TextChoices):
        DRAFT = "draft", _("Being written")
        PUBLISHED = "published", _("Published")
        REPLACED = "replaced", _("Replaced by a newer version")

    MOVES = {"publish": moves.Move(PUBLISHED, ("draft",), "published", runs, NOT_AN_OFFICER, STANDS, unready)}

    PERSONAL = {"written_by": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="sheets")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, null=True, related_name="sheets")
    form = models.CharField(max_length=6, choices=Form)
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    text = models.TextField(_("what you tell them"), blank=True)
    pictures = models.TextField(_("the pictures beside it"), blank=True)
    revision = models.PositiveIntegerField(default=1)
    event_number = models.PositiveBigIntegerField(default=0)
    written_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("sheet")
        verbose_name_plural = _("sheets")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=Q(form__in=["plain", "easy"]), name="feedback_sheet_form_is_known"),
            models.CheckConstraint(
                condition=Q(state="draft", published_at__isnull=True)
                | (Q(state__in=["published", "replaced"], published_at__isnull=False) & ~Q(text="")),
                name="feedback_sheet_published_has_its_time",
            ),
            models.UniqueConstraint(
                fields=["stage", "form", "number"], condition=Q(stage__isnull=False), name="feedback_sheet_of_a_stage"
            ),
            models.UniqueConstraint(
                fields=["cycle", "form", "number"], condition=Q(stage__isnull=True), name="feedback_sheet_of_a_cycle"
            ),
        ]

    def __str__(self):
        words = {"form": self.get_form_display(), "number": self.number}
        return _("What came of it, %(form)s, version %(number)d") % words

    def get_absolute_url(self):
        name = "easy_sheet" if self.form == self.Form.EASY else "sheet"
        if self.stage_id is None:
            return reverse(f"cycle_{name}", args=[self.cycle.slug])
        return reverse(f"stage_{name}", args=[self.cycle.slug, self.stage.kind_slug])

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def lines(self):
        """(words, the name of their picture or empty) for each idea."""
        pictures = self.pictures.splitlines()
        words = self.text.splitlines()
        named = [name if name in PICTURES else "" for name in pictures] + [""] * len(words)
        return [(line, name) for line, name in zip(words, named, strict=False) if line.strip()]

    @classmethod
    def refusal_to_write(cls, cycle, person):
        """Why this person cannot write one for this cycle; empty when they can."""
        if not cycle.standing_of(person).runs:
            return NOT_AN_OFFICER
        return CYCLE_CLOSED if cycle.is_closed else ""

    @classmethod
    def write(cls, cycle, stage, form, by, text, pictures="", revision=0):
        """Save a draft; the first one begins a new version. revision: of the draft that was read, 0 for none.

        A draft is nobody's word yet, so the ledger does not tell of it. Returns the Sheet. Raises Refused, as a
        conflict when somebody saved meanwhile.
        """
        if sentence := cls.refusal_to_write(cycle, by):
            raise moves.Refused(sentence)
        with ledger.writing(cycle):
            those = cls.objects.of(cycle, stage, form)
            draft = those.draft()
            if (draft.revision if draft else 0) != revision:
                raise moves.Refused(moves.QUICKER, conflict=True)
            said = {"text": text, "pictures": pictures, "written_by": by}
            if draft is None:
                last = those.last()
                return cls.objects.create(
                    cycle=cycle, stage=stage, form=form, number=last.number + 1 if last else 1, **said
                )
            for name, value in (said | {"revision": revision + 1}).items():
                setattr(draft, name, value)
            draft.save(update_fields=[*said, "revision"])
            return draft

    @classmethod
    def publish_draft(cls, cycle, stage, form, by):
        """Publish the draft of a stage or cycle in this form. Returns the Event. Raises Refused when there is none."""
        draft = cls.objects.of(cycle, stage, form).draft()
        if draft is None:
            raise moves.Refused(EMPTY)
        draft.cycle, draft.stage = cycle, stage
        return draft.publish(by)

    def publish(self, by):
        """Let everybody read this version; the one before stands in the ledger. Returns the Event. Raises Refused."""
        if sentence := self.refusal_to_write(self.cycle, by):
            raise moves.Refused(sentence)
        with ledger.writing(self.cycle):
            self.refresh_from_db(fields=["state", "text", "pictures"])
            if self.state == self.State.DRAFT:
                type(self).objects.of(self.cycle, self.stage, self.form).published_ones().update(state="replaced")
            number = ledger.length(self.cycle) + 1
            return self.move(
                "publish", by, told={"text": self.text}, published_at=timezone.now(), event_number=number
            )  # fmt: skip


GUARD = Guard(
    table="feedback_sheet",
    columns=("id", "cycle_id", "stage_id", "form", "number", "text", "pictures", "event_number", "published_at"),
    when="OLD.state <> 'draft'",
    blankable=("text", "pictures"),
)
