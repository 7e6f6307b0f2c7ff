"""The intention: what the authority means to do, on which priorities and which decision it rests (R52)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...models.record import Record


class Intention(Record):
    """One change that the authority means to make: why, for how much money and for how many people (R52)."""

    class Change(models.TextChoices):
        INVEST = "invest", _("Invest in something new")
        REINVEST = "reinvest", _("Use money that something else sets free")
        CONTINUE = "continue", _("Go on as it is")
        REDESIGN = "redesign", _("Do it differently")
        END = "decommission", _("End it")

    SLUG = "intentions"
    ADD = _("Add an intention")
    ABOUT = _("What will be bought, changed or ended. Each follows from a priority and a decision.")
    PROMPT = _("Say what must not get lost")
    OWN_FIELDS = (
        "priorities", "decision", "change", "amount_a_year", "saving_a_year", "budget_line", "people_affected",
        "who_is_affected", "transition",
    )  # fmt: skip
    FIGURE = "change"
    LISTED = ("people_affected",)
    SETTLES = ("change",)

    priorities = models.ManyToManyField(
        "cycle.Priority", blank=True, related_name="intentions", verbose_name=_("priorities that it follows from")
    )
    decision = models.ForeignKey(
        "cycle.Decision", models.PROTECT, null=True, blank=True, related_name="intentions",
        verbose_name=_("decision that it follows from"),
    )  # fmt: skip
    change = models.CharField(_("sort of change"), max_length=14, choices=Change)
    amount_a_year = models.DecimalField(
        _("money spent on it a year"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    saving_a_year = models.DecimalField(
        _("money saved by it a year"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    budget_line = models.ForeignKey(
        "cycle.BudgetLine", models.PROTECT, null=True, blank=True, related_name="intentions",
        verbose_name=_("budget line that the money is in"),
    )  # fmt: skip
    people_affected = models.PositiveIntegerField(_("how many people it affects"), null=True, blank=True)
    who_is_affected = models.TextField(_("whom it affects"), blank=True)
    transition = models.TextField(_("how people are brought through the change"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("intention")
        verbose_name_plural = _("intentions")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(amount_a_year__isnull=True) | Q(amount_a_year__gte=0),
                name="cycle_intention_amount_is_not_below_zero",
            ),
            models.CheckConstraint(
                condition=Q(saving_a_year__isnull=True) | Q(saving_a_year__gte=0),
                name="cycle_intention_saving_is_not_below_zero",
            ),
        ]

    @property
    def net_a_year(self):
        """What it costs a year less what it saves; None while neither is known."""
        known = [self.amount_a_year, self.saving_a_year]
        return None if known == [None, None] else (self.amount_a_year or 0) - (self.saving_a_year or 0)
