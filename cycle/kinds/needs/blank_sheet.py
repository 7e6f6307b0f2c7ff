"""The blank sheet: people say what they need before anybody shows them what there is (R32)."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ... import ledger, moves
from ...models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER, runs
from ...words import Verb

TURNED = Verb("blank sheet turned", _("turned the blank sheet over in"))

STILL_BLANK = _("First people say what they need, on a blank sheet. Turn the sheet over, and this list opens.")
NO_NEED_YET = _("No need of people who use the service now, later or not at all is written down yet. Ask them first.")
TURNED_ALREADY = _("The sheet is turned over already.")
SAY_WHO = _("Say who was asked on the blank sheet, and who was not.")


class BlankSheet(models.Model):
    """Written once for a stage, when its sheet is turned over; before that the sheet is blank."""

    PERSONAL = {"turned_by": Class.PART}

    stage = models.OneToOneField("cycle.Stage", models.PROTECT, related_name="blank_sheet")
    words = models.TextField(_("who was asked, and who was not"))
    turned_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    turned_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("blank sheet")
        verbose_name_plural = _("blank sheets")

    def __str__(self):
        return str(self.stage)

    def get_absolute_url(self):
        return self.stage.get_absolute_url()

    @classmethod
    def of(cls, stage):
        """The BlankSheet of a stage that was turned over; None while it is blank."""
        return cls.objects.filter(stage=stage).select_related("turned_by").first()

    @classmethod
    def why_no_services(cls, stage):
        """Why no service can be listed yet, as a sentence; empty once the sheet is turned over."""
        return "" if cls.objects.filter(stage=stage).exists() else STILL_BLANK

    @classmethod
    def why_cannot_turn(cls, stage, person):
        """Why this person cannot turn the sheet over now, as a sentence; empty when they can."""
        if not runs(stage, person):
            return NOT_AN_OFFICER
        if stage.cycle.is_closed:
            return CYCLE_CLOSED
        if cls.objects.filter(stage=stage).exists():
            return TURNED_ALREADY
        model = stage.kind.record
        asked = model.objects.filter(stage=stage, voice__in=model.CONSTITUENCIES)
        return "" if asked.exists() else NO_NEED_YET

    @classmethod
    def turn(cls, stage, by, words):
        """Turn the sheet over: say who was asked and who was not. Returns the BlankSheet. Raises Refused (R32)."""
        if not words.strip():
            raise moves.Refused(SAY_WHO)
        with ledger.writing(stage.cycle):
            if sentence := cls.why_cannot_turn(stage, by):
                raise moves.Refused(sentence, conflict=sentence == TURNED_ALREADY)
            new = cls.objects.create(stage=stage, words=words, turned_by=by)
            ledger.record(TURNED, stage, by, cycle=stage.cycle, stage=stage, after={"words": words})
            return new


def ways_to_turn(stage, person):
    """The way to turn the sheet over, for whoever can (R32)."""
    if not BlankSheet.why_cannot_turn(stage, person):
        yield _("Turn the blank sheet over"), reverse("blank_sheet", args=[stage.cycle.slug, stage.kind_slug])
