"""The spending: what was paid out of the money of a group, on which day and for what (R75)."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.refusal import Refused
from people.triggers import Guard

from .allocation import Strikable, struck_is_whole

NOT_TO_COME = _("Write down what was paid already. Give a day that is today or before.")


class SpendingQuerySet(models.QuerySet):
    def of(self, allocation):
        """Those of one allocation."""
        return self.filter(allocation=allocation).select_related("entered_by", "struck_by")


class Spending(Strikable):
    """One sum that was paid."""

    PERSONAL = {
        "entered_by": Class.PART, "struck_by": Class.PART, "what_for": Class.SAID, "struck_because": Class.SAID,
    }  # fmt: skip

    allocation = models.ForeignKey("involvement.Allocation", models.PROTECT, related_name="spendings")
    spent_on = models.DateField(_("day"))
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)
    what_for = models.CharField(_("what for"), max_length=240)

    objects = SpendingQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment of a group")
        verbose_name_plural = _("payments of groups")
        ordering = ("-pk",)
        constraints = [
            struck_is_whole("involvement_spending_is_struck_whole"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="involvement_spending_is_more_than_nothing"),
        ]

    def __str__(self):
        return self.what_for

    @classmethod
    def add(cls, allocation, by, *, spent_on, amount, what_for):
        """Write down what was paid of an allocation. Returns the Spending. Raises Refused."""
        if sentence := allocation.why_cannot_write(by):
            raise Refused(sentence)
        if spent_on > timezone.localdate():
            raise Refused(NOT_TO_COME)
        with transaction.atomic():
            return cls.objects.create(
                allocation=allocation, spent_on=spent_on, amount=amount, what_for=what_for, entered_by=by
            )

    def why_cannot_write(self, person):
        """Why this person cannot strike it out, as a sentence; empty when they can."""
        return self.allocation.why_cannot_write(person)


GUARD = Guard(
    table="involvement_spending",
    columns=("id", "allocation_id", "spent_on", "amount", "what_for", "entered_by_id", "entered_at"),
    blankable=("what_for",),
)
