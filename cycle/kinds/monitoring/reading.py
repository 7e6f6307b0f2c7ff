"""The readings of a measure: a day, what was read in words and as a number, and who read it (R59)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record
from ...pieces import Piece


class Reading(Record):
    """One reading of one measure. number, out_of: for the drawing; words alone are a reading, too."""

    SLUG = "readings"
    PIECE = Piece.MONITORING
    ADD = _("Add a reading")
    ABOUT = _("What was read on a day, and who read it.")
    OWN_FIELDS = ("measure", "read_on", "number", "out_of", "who_read")
    FIGURE = "read_on"
    LISTED = ("who_read",)

    PERSONAL = {"who_read": Class.NAMED}
    PERSONAL_OF = {"who_read": None}

    title = models.CharField(_("what was read, in words"), max_length=160, help_text=_("Such as: “At 15 of 18 doors”."))
    summary = models.TextField(_("what it means for the people who use the service"))
    measure = models.ForeignKey(
        "cycle.Measure", models.PROTECT, related_name="readings", verbose_name=_("of which measure")
    )
    read_on = models.DateField(_("day"))
    number = models.PositiveIntegerField(_("as a number"), null=True, blank=True)
    out_of = models.PositiveIntegerField(
        _("out of how many"), null=True, blank=True, help_text=_("When the number is a part: 18 for “15 of 18”."),
    )  # fmt: skip
    who_read = models.CharField(_("who read it"), max_length=160)

    class Meta(Record.Meta):
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(out_of__isnull=True) | Q(number__isnull=False, out_of__gte=1, number__lte=F("out_of")),
                name="cycle_reading_is_a_part_of_the_whole",
                violation_error_message=_("The number has to be there, and no more than what it is out of."),
            ),
        ]
