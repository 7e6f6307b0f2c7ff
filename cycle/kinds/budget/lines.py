"""The lines of the budget: so much for one purpose in one year, and how sure it is (R41, R42)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...models.record import Record


class BudgetLine(Record):
    """Money for one purpose in one year; an amount that is not told says why (R41, R42)."""

    class Status(models.TextChoices):
        FIRM = "firm", _("Firm")
        INDICATIVE = "indicative", _("Indicative, it may change")
        UNDISCLOSED = "undisclosed", _("Not disclosed")

    class Sort(models.TextChoices):
        SPENT = "spent", _("Money that is spent")
        COMES_IN = "comes in", _("Money that comes in")
        TO_SAVE = "to save", _("Money that has to be saved")

    class Per(models.TextChoices):
        YEAR = "year", _("In a whole year")
        EACH = "each", _("For each one, such as a meal or a visit")

    SLUG = "lines"
    ADD = _("Add a budget line")
    OWN_FIELDS = ("sort", "year", "per", "amount", "status", "undisclosed_because", "settled_where")
    ASKED_UNDER = {"status": {"undisclosed": ("undisclosed_because",)}}
    FIGURE = "amount"
    IN_PART = Q(openness="public", status="undisclosed")
    SETTLES = ("amount", "status", "settled_where")
    BRIEF = ("amount", "status", "undisclosed_because")
    PART = "money"
    FIXES = (Q(status="firm"), ("amount", "settled_where"))

    sort = models.CharField(_("what it is"), max_length=8, choices=Sort, default=Sort.SPENT)
    per = models.CharField(_("what the amount is for"), max_length=4, choices=Per, default=Per.YEAR)
    year = models.PositiveSmallIntegerField(
        _("year"), help_text=_("The year that it begins in: 2023 for the year 2023–24.")
    )
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True, blank=True)
    status = models.CharField(_("how sure it is"), max_length=12, choices=Status)
    undisclosed_because = models.TextField(_("why the amount is not told"), blank=True)
    settled_where = models.CharField(_("where it is really decided"), max_length=240, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status__in=["firm", "indicative"], amount__isnull=False, undisclosed_because="")
                | (Q(status="undisclosed", amount__isnull=True) & ~Q(undisclosed_because="")),
                name="cycle_budgetline_amount_or_reason",
                violation_error_message=_(
                    "Give the amount, or choose “Not disclosed”, leave the amount empty and say why it is not told."
                ),
            ),
            models.CheckConstraint(
                condition=Q(year__range=(1990, 2100)),
                name="cycle_budgetline_year_is_a_year",
                violation_error_message=_("Give the year as four numbers, like 2023."),
            ),
        ]

    @property
    def kept_back_because(self):
        """Why it is withheld, or why an amount is not told in a line that everybody reads."""
        return self.withheld_because or (self.undisclosed_because if self.openness == "public" else "")

    def concerns(self, changed, is_new):
        """Every stage, when the money of a line that people knew of changes (R20)."""
        return "cycle" if not is_new and changed & {"amount", "status", "year"} else ""
