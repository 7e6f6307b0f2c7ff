"""The clauses of a contract in users' terms: promises to them, key performance indicators, their feedback (R61)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...models.record import Record


class Clause(Record):
    """One thing that a contract says about the service, in words that its users would use (R61)."""

    class Sort(models.TextChoices):
        PROMISE = "promise", _("A promise to those who use the service")
        KPI = "kpi", _("A key performance indicator (KPI)")
        FEEDBACK = "feedback", _("A duty to ask users, and to pass on what they say")
        OTHER = "other", _("Something else")

    class Often(models.TextChoices):
        MONTHLY = "monthly", _("Every month")
        QUARTERLY = "quarterly", _("Every three months")
        HALF_YEARLY = "half-yearly", _("Twice a year")
        YEARLY = "yearly", _("Once a year")
        WHEN_ASKED = "when asked", _("When somebody asks")
        NOT = "not", _("Nobody reports on it")

    SLUG = "clauses"
    CARRIES_PROMISES = True
    ADD = _("Add a clause")
    ABOUT = _("What a contract promises, in the words of those who use the service.")
    PROMPT = _("Say what a contract should promise you")
    OWN_FIELDS = ("contract", "sort", "measure", "target", "how_often", "number_in_contract")
    FIGURE = "sort"
    LISTED = ("target", "how_often")
    SETTLES = ("sort", "target", "how_often")

    contract = models.ForeignKey(
        "cycle.Contract", models.PROTECT, related_name="clauses", verbose_name=_("contract that it stands in")
    )
    sort = models.CharField(_("sort of clause"), max_length=8, choices=Sort)
    measure = models.TextField(_("how it is measured, and by whom"), blank=True)
    target = models.CharField(_("what has to be reached"), max_length=160, blank=True)
    how_often = models.CharField(_("how often it is reported"), max_length=12, choices=Often, default=Often.QUARTERLY)
    number_in_contract = models.CharField(_("number of the clause"), max_length=120, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sort__in=["promise", "kpi", "feedback", "other"]), name="cycle_clause_sort_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(sort="kpi") | (~Q(measure="") & ~Q(target="")),
                name="cycle_clause_kpi_is_measured",
                violation_error_message=_("Say how a KPI is measured, and what has to be reached."),
            ),
        ]

    @property
    def is_kpi(self):
        return self.sort == self.Sort.KPI
