"""What an officer does so that nobody is hurt by what is read: hiding a part, and looking before others read."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.models.cycle import NOT_AN_OFFICER, runs
from cycle.models.stage import cycle_closed
from cycle.words import Verb
from people.personal import Class

LET_IN = Verb("contribution let in", _("looked at, and let in,"))
KEPT_OUT = Verb("contribution kept out", _("kept out"))
HIDDEN = Verb("part of contribution hidden", _("hid a part of"))
SHOWN_AGAIN = Verb("part of contribution shown again", _("showed again a hidden part of"))
OBJECTED = Verb("hiding objected to", _("objected to the hiding of a part of"))
LOOKS_FIRST = Verb("contributions looked at first", _("decided that an officer reads first in"))
LOOKS_NO_MORE = Verb(
    "contributions no longer looked at first", _("decided that nobody reads before others any more in")
)

NOT_HELD = _("This does not wait to be looked at any more.")


def _closed(contribution):
    return cycle_closed(contribution.stage)


OFFICERS_MOVES = {
    "let in": moves.Move(LET_IN, ("held",), "waits", runs, NOT_AN_OFFICER, NOT_HELD, _closed),
    "let in after all": moves.Move(LET_IN, ("kept out",), "waits", runs, NOT_AN_OFFICER, NOT_HELD, _closed),
    "keep out": moves.Move(KEPT_OUT, ("held",), "kept out", runs, NOT_AN_OFFICER, NOT_HELD, _closed),
}


class HidingQuerySet(models.QuerySet):
    def standing(self):
        """Those that hold now."""
        return self.filter(undone_at=None)


class Hiding(models.Model):
    """One part of a contribution that everybody but its giver and the officers reads as "[hidden: reason]".

    The part is `words`, wherever they stand in it, or all of an attached file, with what is said of it.
    """

    PERSONAL = {"words": Class.SAID, "objection": Class.SAID, "by": Class.PART, "undone_by": Class.PART}
    PERSONAL_OF = {"words": "contribution__given_by", "objection": "contribution__given_by"}

    contribution = models.ForeignKey("feedback.Contribution", models.PROTECT, related_name="hidings")
    number = models.PositiveSmallIntegerField()
    words = models.TextField(_("the words to hide"), blank=True)
    attachment = models.ForeignKey("feedback.Attachment", models.PROTECT, null=True, related_name="hidings")
    reason = models.CharField(_("why"), max_length=120)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    objection = models.TextField(_("why they ought to be read"), blank=True)
    objected_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = HidingQuerySet.as_manager()

    class Meta:
        verbose_name = _("hidden part")
        verbose_name_plural = _("hidden parts")
        ordering = ("contribution_id", "number")
        constraints = [
            models.UniqueConstraint(fields=["contribution", "number"], name="feedback_hiding_number_once"),
            models.CheckConstraint(
                condition=(Q(attachment=None) & ~Q(words="") | Q(attachment__isnull=False, words="")) & ~Q(reason=""),
                name="feedback_hiding_says_what_and_why",
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="feedback_hiding_undone_is_whole_or_absent",
            ),
        ]
        indexes = [models.Index(fields=["undone_at", "objected_at"], name="hiding_objected_to")]

    def __str__(self):
        return f"{self.contribution_id}.{self.number}"

    @property
    def what(self):
        """The hidden part in words, for those who read it."""
        if self.attachment:
            return _("An attached file: %(sort)s") % {"sort": self.attachment.sort_in_words}
        return _("“%(words)s”") % {"words": self.words}

    @property
    def is_undone(self):
        return self.undone_at is not None


class HoldingQuerySet(models.QuerySet):
    def now(self, stage):
        """The Holding under which contributions to this stage are looked at first; or None."""
        return self.filter(stage=stage, ended_at=None).select_related("by").first()


class Holding(models.Model):
    """From when until when an officer reads what is said in a stage before others do, and why. Everybody is told."""

    PERSONAL = {"by": Class.PART, "ended_by": Class.PART}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="holdings")
    because = models.TextField(_("why an officer reads it first"))
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("looking first")
        verbose_name_plural = _("looking first")
        ordering = ("stage_id", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["stage"], condition=Q(ended_at=None), name="feedback_holding_one_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(because=""), name="feedback_holding_says_why"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="feedback_holding_ended_is_whole_or_absent",
            ),
        ]

    def __str__(self):
        return f"{self.stage_id}: {self.at:%Y-%m-%d}"
