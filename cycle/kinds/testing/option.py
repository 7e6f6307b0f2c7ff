"""The options: what they cost, whom they touch, which needs they meet, and which were dropped and why (R43, R46)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...limit import Limit
from ...models.record import Record


class Option(Record):
    """A way in which it could be done; one that was dropped stays in sight with its reason (R46)."""

    class Standing(models.TextChoices):
        OPEN = "open", _("Still possible")
        PREFERRED = "preferred", _("Preferred")
        DROPPED = "dropped", _("Dropped")

    SLUG = "options"
    ADD = _("Add an option")
    ABOUT = _("Ways in which it could be done. One that was dropped stays here, with its reason.")
    PROMPT = _("Say how else it could be done")
    OWN_FIELDS = (
        "cost_a_year", "paid_from", "saving_a_year", "saving_needed", "effect_on_people", "needs_met", "standing",
        "dropped_because",
    )  # fmt: skip
    ASKED_UNDER = {"standing": {"dropped": ("dropped_because",)}}
    FIGURE = "standing"
    SETTLES = ("standing", "dropped_because")
    IS_DECIDED = True
    LIMITED_BY = (
        Limit("cost_a_year", "paid_from", too_much=_("It costs %(amount)s a year, and there is %(limit)s.")),
        Limit("saving_a_year", "saving_needed", too_little=_("It saves %(amount)s a year. %(limit)s has to be saved.")),
    )

    cost_a_year = models.DecimalField(_("cost a year"), max_digits=14, decimal_places=2, null=True, blank=True)
    paid_from = models.ForeignKey(
        "cycle.BudgetLine",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("budget line that pays for it"),
        help_text=_("If it costs more than the line has, everybody sees that it does not fit the money."),
    )
    saving_a_year = models.DecimalField(_("saving a year"), max_digits=14, decimal_places=2, null=True, blank=True)
    saving_needed = models.ForeignKey(
        "cycle.BudgetLine",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("budget line that says what has to be saved"),
        help_text=_("If it saves less than the line says, everybody sees that it does not fit the money."),
    )
    effect_on_people = models.TextField(_("what it does to whom"))
    needs_met = models.ManyToManyField(
        "cycle.Need",
        blank=True,
        related_name="+",
        verbose_name=_("needs that it meets"),
        help_text=_("The needs that people named. Tick only those that this option would really meet."),
    )
    standing = models.CharField(_("where it stands"), max_length=10, choices=Standing, default=Standing.OPEN)
    dropped_because = models.TextField(_("why it was dropped"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("option")
        verbose_name_plural = _("options")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(standing="dropped") | ~Q(dropped_because=""),
                name="cycle_option_dropped_has_a_reason",
                violation_error_message=_("Say why the option was dropped."),
            ),
        ]
