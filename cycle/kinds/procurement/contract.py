"""The contract: who gives the service, on which terms, until when; an arrangement in-house is one as well (R61)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ...models.record import Record


class Contract(Record):
    """An entry in the register of contracts. The same is asked of a contract, a grant and an in-house service (R61)."""

    class Sort(models.TextChoices):
        CONTRACT = "contract", _("A contract")
        GRANT = "grant", _("A grant")
        IN_HOUSE = "in-house", _("An arrangement in-house")

    SLUG = "contracts"
    ADD = _("Add a contract")
    ABOUT = _("Who gives the service, for how much and until when. The same rules hold for an in-house service.")
    OWN_FIELDS = (
        "sort", "tender", "supplier", "reference", "value", "starts_on", "ends_on", "may_go_on_until", "ended_on",
        "ended_because",
    )  # fmt: skip
    FIGURE = "sort"
    LISTED = ("supplier", "starts_on", "ends_on", "value")
    SETTLES = ("sort", "supplier", "value", "starts_on", "ends_on")

    sort = models.CharField(_("what it is"), max_length=8, choices=Sort)
    tender = models.ForeignKey(
        "cycle.Tender", models.PROTECT, null=True, blank=True, related_name="contracts",
        verbose_name=_("tender that it came out of"), help_text=_("Leave it open where there was none."),
    )  # fmt: skip
    supplier = models.CharField(
        _("who gives the service"), max_length=160, help_text=_("A firm, a charity, or a team of your own.")
    )
    reference = models.CharField(_("number of the contract"), max_length=120, blank=True)
    value = models.DecimalField(
        _("value over its whole life"), max_digits=14, decimal_places=2, null=True, blank=True,
        help_text=_("In pounds, with VAT."),
    )  # fmt: skip
    starts_on = models.DateField(_("it starts on"))
    ends_on = models.DateField(_("it ends on"), null=True, blank=True)
    may_go_on_until = models.DateField(_("it may be made longer until"), null=True, blank=True)
    ended_on = models.DateField(_("it was ended early on"), null=True, blank=True)
    ended_because = models.TextField(_("why it was ended early"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("contract")
        verbose_name_plural = _("contracts")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sort__in=["contract", "grant", "in-house"]), name="cycle_contract_sort_is_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="cycle_contract_ends_after_it_starts",
                violation_error_message=_("It cannot end before it starts. Look at the two days."),
            ),
            models.CheckConstraint(
                condition=Q(may_go_on_until__isnull=True)
                | Q(ends_on__isnull=False, may_go_on_until__gte=F("ends_on")),
                name="cycle_contract_goes_on_after_its_end",
                violation_error_message=_("It can only be made longer than it is. Give the day that it ends first."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_because="")
                | (Q(ended_on__isnull=False, ended_on__gte=F("starts_on")) & ~Q(ended_because="")),
                name="cycle_contract_ended_has_a_reason",
                violation_error_message=_("If it was ended early, give the day and the reason."),
            ),
        ]  # fmt: skip

    @property
    def is_in_house(self):
        return self.sort == self.Sort.IN_HOUSE
