"""What became of the words of a contribution: earlier wordings, what was withdrawn, and the words as they came.

The contribution and its wordings hold only what may be read; so lists, search, exports and prints need not know of any
of this. The words as they came stand apart, for the giver, and for officers where a part was hidden.
"""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.models.stage import cycle_closed
from cycle.words import Verb
from people.personal import Class

CORRECTED = Verb("contribution corrected", _("corrected the words of"))
WITHDRAWN = Verb("contribution withdrawn", _("withdrew"))
BROUGHT_BACK = Verb("contribution brought back", _("brought back"))

DAYS_TO_BRING_BACK = 7

NOT_YOURS = _("Only the one who said it, or who put it in for them, can change it.")
WITHDRAWN_ALREADY = _("This was withdrawn, so nobody has to answer it.")
HELD_FIRST = _("This waits to be looked at first. Let it in, or keep it out for a reason.")
KEPT_OUT = _("This was kept out, so it gets no answer here.")
NOT_WITHDRAWN = _("This was not withdrawn.")
TOO_LATE = _("It could be brought back for 7 days. They are over. You can say it again.")

NOTHING_TO_ANSWER = {"withdrawn": WITHDRAWN_ALREADY, "held": HELD_FIRST, "kept out": KEPT_OUT}


def _may_change(contribution, person):
    return contribution.may_be_changed_by(person)


def _too_late(contribution):
    """A sentence once the days to bring it back are over, else nothing."""
    over = timezone.now() > contribution.withdrawn_at + timedelta(days=DAYS_TO_BRING_BACK)
    return TOO_LATE if over else cycle_closed(contribution.stage)


def _bring_back_to(state):
    return moves.Move(BROUGHT_BACK, ("withdrawn",), state, _may_change, NOT_YOURS, NOT_WITHDRAWN, _too_late)


GIVERS_MOVES = {
    "withdraw": moves.Move(
        WITHDRAWN, ("held", "waits", "answered", "kept out"), "withdrawn", _may_change, NOT_YOURS, WITHDRAWN_ALREADY,
        lambda contribution: cycle_closed(contribution.stage),
    ),
    **{f"bring back {state}": _bring_back_to(state) for state in ("held", "waits", "answered", "kept out")},
}  # fmt: skip


class Wording(models.Model):
    """How it was worded before a correction, until when, and why it was corrected."""

    PERSONAL = {"text": Class.SAID, "because": Class.SAID, "by": Class.PART}
    PERSONAL_OF = {"text": "contribution__given_by", "because": "contribution__given_by"}

    contribution = models.ForeignKey("feedback.Contribution", models.PROTECT, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("the earlier words"), blank=True)
    because = models.TextField(_("why they were corrected"), blank=True)
    until = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("earlier wording")
        verbose_name_plural = _("earlier wordings")
        ordering = ("contribution_id", "number")
        constraints = [
            models.UniqueConstraint(fields=["contribution", "number"], name="feedback_wording_number_once"),
        ]

    def __str__(self):
        return f"{self.contribution_id}.{self.number}"


class Original(models.Model):
    """The words of one place as they came; there only while what may be read differs from them.

    place: the name of a field of the contribution, "wording 2", "because 2" or "attachment 7".
    """

    PERSONAL = {"text": Class.SAID}
    PERSONAL_OF = {"text": "contribution__given_by"}

    contribution = models.ForeignKey("feedback.Contribution", models.PROTECT, related_name="originals")
    place = models.CharField(max_length=40)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("words as they came")
        verbose_name_plural = _("words as they came")
        ordering = ("contribution_id", "pk")
        constraints = [
            models.UniqueConstraint(fields=["contribution", "place"], name="feedback_original_once_for_each_place"),
        ]

    def __str__(self):
        return f"{self.contribution_id}: {self.place}"
