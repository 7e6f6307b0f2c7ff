"""What presses on the cycle from outside, by the sorts of the source's figure (R18–R21, R31)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...models.record import Record
from ...snapshot import label_of


class Sort(models.TextChoices):
    """What sort of pressure it is: those of the source's figure, a change of control, and the less tangible ones."""

    DIRECTIVE = "directive", _("Government directive")
    LEGISLATION = "legislation", _("Legislation")
    REGULATION = "regulation", _("Regulation")
    NATIONAL = "national priority", _("National priority")
    ECONOMY = "national economy", _("National economy")
    BUDGET = "budget", _("Budget issue")
    LOCAL_PRIORITY = "local priority", _("Local priority")
    LOCAL_PROBLEM = "local problem", _("Local problem")
    QUALITY = "quality", _("Quality of services or life")
    CIRCUMSTANCES = "circumstances", _("Changing circumstances")
    CONTROL = "control", _("Change of political control")
    IF_WRONG = "if things go wrong", _("Option if things go wrong")
    OUTPUT_CULTURE = "output culture", _("Only what can be counted counts")
    SILENT_VALUES = "silent values", _("Values that nobody says aloud")
    ASSUMED_POWER = "assumed power", _("Power that is taken for granted")


# The figure's four groups, and the less tangible pressures of R21 as a fifth: title and sorts of each.
SIDES = {
    "national": (
        _("From government"),
        (Sort.DIRECTIVE, Sort.LEGISLATION, Sort.REGULATION, Sort.NATIONAL, Sort.ECONOMY),
    ),
    "local": (_("From here"), (Sort.BUDGET, Sort.LOCAL_PRIORITY, Sort.LOCAL_PROBLEM, Sort.QUALITY)),
    "changing": (_("Changing circumstances"), (Sort.CIRCUMSTANCES, Sort.CONTROL)),
    "fallback": (_("If things go wrong"), (Sort.IF_WRONG,)),
    "less tangible": (_("Less tangible"), (Sort.OUTPUT_CULTURE, Sort.SILENT_VALUES, Sort.ASSUMED_POWER)),
}


def by_side():
    """The sorts as the choices of a field, in the groups that the figure puts them in."""
    return [(title, [(sort.value, sort.label) for sort in sorts]) for title, sorts in SIDES.values()]


class Pressure(Record):
    """Something outside the circle that presses on it, with the stages that it hits (R18, R19, R21)."""

    Sort, SIDES = Sort, SIDES

    SLUG = "pressures"
    ADD = _("Add a pressure")
    OWN_FIELDS = ("sort", "source", "dated", "hits")
    FIGURE = "sort"
    LISTED = ("dated", "source", "hits")
    GROUPED_BY = "sort"
    FIXES = ("hits", ())
    REASSESSED_ON = {"sort": (Sort.CONTROL,)}

    sort = models.CharField(
        _("sort of pressure"),
        max_length=20,
        choices=by_side(),
        help_text=_("After a change of political control every stage under way is looked at again."),
    )
    source = models.CharField(
        _("where it comes from"),
        max_length=240,
        help_text=_(
            "A paper, a person or a body. For a habit that nobody wrote down, say who feels it and where. "
            "Write about the habit, and never about one person."
        ),
    )
    dated = models.DateField(
        _("date"), help_text=_("When it was said or came out. For a habit, the day when somebody first spoke of it.")
    )
    hits = models.ManyToManyField(
        "cycle.Stage",
        blank=True,
        related_name="pressures",
        verbose_name=_("stages that it changes"),
        help_text=_(
            "The agreements of these stages will have to be looked at again. "
            "A change of political control always hits every stage."
        ),
    )

    class Meta(Record.Meta):
        verbose_name = _("pressure")
        verbose_name_plural = _("pressures")

    def facts_in(self, names):
        """As every record's; a change of control says that it hits every stage."""
        if self.sort != Sort.CONTROL or "hits" not in names:
            return super().facts_in(names)
        rest = [name for name in names if name != "hits"]
        return [*super().facts_in(rest), (label_of(Pressure, "hits"), str(_("Every stage")))]

    def concerns(self, changed, is_new):
        """The stages that it hits, every one at a change of control, whenever more than its wording changes (R20)."""
        if not changed & {"title", "sort", "dated", "hits"}:
            return ""
        return "cycle" if self.sort == Sort.CONTROL else list(self.hits.all())
