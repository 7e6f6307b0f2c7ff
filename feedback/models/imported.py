"""The import: a file of another survey tool, whose rows become contributions all at once, or none of them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.models.cycle import NOT_AN_OFFICER, runs, seated
from cycle.openness import Openness
from cycle.words import Verb
from people.personal import Class

BROUGHT_IN = Verb("import done", _("brought in what was said elsewhere:"))
TAKEN_BACK = Verb("import taken back", _("took back what was brought in:"))

NOT_CHECKED = _("Say first what the columns are, and look at what will happen.")
DONE_ALREADY = _("This file has been brought in already.")
NOT_DONE = _("Nothing of this file has been brought in, or it was taken back already.")
STAGE_NOT_OPEN = _("This stage is not open, so nothing can be brought into it now.")
HAS_FAULTS = _("Some rows are wrong. Put them right in the file and upload it again; nothing is brought in by halves.")
NOTHING_NEW = _("Every row of this file is there already.")
FILE_GONE = _("This file is not kept any more. Upload it again.")


def stage_open(thing):
    """A sentence unless something can be said in the stage now."""
    is_open = thing.stage.is_open and not thing.stage.cycle.is_closed
    return "" if is_open else STAGE_NOT_OPEN


def ready(thing):
    """A sentence while the rows of the file cannot be brought in."""
    if thing.wrong:
        return HAS_FAULTS
    return stage_open(thing) or ("" if thing.fresh else NOTHING_NEW)


class ImportQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those of cycles in which this person holds a seat: a file's name may say more than its rows do."""
        if cycle is not None:
            return self.filter(cycle=cycle) if cycle.standing_of(person).sees_withheld else self.none()
        if person is None or not person.is_authenticated:
            return self.none()
        return self.filter(cycle__in=seated(person))

    def in_stage(self, stage):
        """Those of one stage."""
        return self.filter(stage=stage)

    def mapping_for(self, cycle, header_digest):
        """What was said last in this cycle of columns that are called the same; an empty dict when nobody has."""
        said = self.filter(cycle=cycle, header_digest=header_digest).exclude(mapping={}).order_by("-pk")
        return said.values_list("mapping", flat=True).first() or {}


class Import(moves.Movable):
    """One file for one stage: what its columns are, what would happen, and what happened.

    mapping: as feedback/moving/rows.py reads it; it describes somebody else's file, so it has no columns of ours.
    fresh, there, wrong: how many rows are new, are in the stage already, or have faults. revision: grows whenever the
    mapping changes, so that a check of an older one says nothing.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Its columns are not known yet")
        CHECKED = "checked", _("Checked, not brought in")
        DONE = "done", _("Brought in")
        TAKEN_BACK = "taken back", _("Taken back")

    MOVES = {
        "bring in": moves.Move(
            BROUGHT_IN, ("checked",), "done", runs, NOT_AN_OFFICER,
            {"asked": NOT_CHECKED, "done": DONE_ALREADY, "taken back": DONE_ALREADY}, ready,
        ),
        "take back": moves.Move(TAKEN_BACK, ("done",), "taken back", runs, NOT_AN_OFFICER, NOT_DONE),
    }  # fmt: skip

    PERSONAL = {"by": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="imports")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="imports")
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    file_name = models.CharField(_("name of the file"), max_length=160)
    file_digest = models.CharField(_("digest of the file"), max_length=64)
    header_digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    mapping = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(_("rows in the file"), default=0)
    fresh = models.PositiveIntegerField(_("new ones"), default=0)
    there = models.PositiveIntegerField(_("there already"), default=0)
    wrong = models.PositiveIntegerField(_("rows that are wrong"), default=0)
    faults = models.JSONField(default=list)
    event_number = models.PositiveBigIntegerField(null=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["asked", "checked", "done", "taken back"]),
                name="feedback_import_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "checked"], event_number__isnull=True)
                | Q(state__in=["done", "taken back"], event_number__isnull=False),
                name="feedback_import_has_its_event_when_done",
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "-id"], name="import_of_stage"),
            models.Index(fields=["cycle", "header_digest"], name="import_header"),
        ]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("import", args=[self.cycle.slug, self.stage.kind_slug, self.pk])

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def ledger_openness(self):
        return Openness.WITHHELD

    @property
    def is_done(self):
        return self.state == self.State.DONE

    @property
    def is_checked(self):
        return self.state == self.State.CHECKED

    @property
    def shape(self):
        """The shape of its state, as components/state_tag.html draws it."""
        shapes = {"asked": "not_yet", "checked": "preparing", "done": "finished"}
        return shapes.get(self.state, "changed")


class ImportFile(models.Model):
    """The bytes of a file that waits to be brought in. In the database, so that every worker finds it; gone soon."""

    PERSONAL = {"content": Class.NAMED}
    PERSONAL_OF = {"content": None}

    of = models.OneToOneField(Import, models.CASCADE, primary_key=True, related_name="file")
    content = models.BinaryField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("file to bring in")
        verbose_name_plural = _("files to bring in")
        ordering = ("pk",)

    def __str__(self):
        return str(self.pk)
