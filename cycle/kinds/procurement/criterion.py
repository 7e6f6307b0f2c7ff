"""The award criteria: what counts, how much, on which scale, and who scores it: the panel or users alone (R54)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ... import ledger, moves
from ...models.record import Record

FIXED = _("Bids are asked for already, so the criteria stay as they are. Bidders rely on them.")


class AwardCriterion(Record):
    """One criterion of one tender, with a weight in hundredths and a scale from 0 to its own top.

    owner: who scores it; what is worked out from the price nobody scores. minimum: what a bid has to reach; is_fatal:
    whether a bid that does not is out.
    """

    class Owner(models.TextChoices):
        PANEL = "panel", _("The whole panel")
        USERS = "users", _("Users alone, on their own scale")
        PRICE = "price", _("Nobody: it is worked out from the price")

    SLUG = "award-criteria"
    ADD = _("Add an award criterion")
    ABOUT = _("What counts when bids are compared, and how much. Users alone score what is theirs.")
    PROMPT = _("Say what should count when we choose somebody")
    OWN_FIELDS = ("tender", "owner", "weight", "top", "what_scores_mean", "minimum", "is_fatal")
    FIGURE = "weight"
    LISTED = ("owner", "top")

    tender = models.ForeignKey(
        "cycle.Tender", models.PROTECT, related_name="criteria", verbose_name=_("tender that it belongs to")
    )
    owner = models.CharField(_("who scores it"), max_length=5, choices=Owner)
    weight = models.PositiveSmallIntegerField(
        _("weight, out of 100"), help_text=_("A whole number. All weights of a tender make 100 together.")
    )
    top = models.PositiveSmallIntegerField(
        _("highest score"), default=10, help_text=_("From 1 to 100. The lowest is 0.")
    )
    what_scores_mean = models.TextField(
        _("what it measures, and what a high and a low score mean"),
        help_text=_("For example: “0: nobody could open the tray. 5: everybody could.”"),
    )
    minimum = models.PositiveSmallIntegerField(
        _("lowest score that is good enough"), null=True, blank=True, help_text=_("Leave it open if there is none.")
    )
    is_fatal = models.BooleanField(_("a bid with a lower score is out"), default=False)

    class Meta(Record.Meta):
        verbose_name = _("award criterion")
        verbose_name_plural = _("award criteria")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(owner__in=["panel", "users", "price"]), name="cycle_awardcriterion_owner_is_known"
            ),
            models.CheckConstraint(
                condition=Q(weight__range=(1, 100)), name="cycle_awardcriterion_weight_is_1_to_100",
                violation_error_message=_("Give a weight from 1 to 100."),
            ),
            models.CheckConstraint(
                condition=Q(top__range=(1, 100)), name="cycle_awardcriterion_top_is_1_to_100",
                violation_error_message=_("Give a highest score from 1 to 100."),
            ),
            models.CheckConstraint(
                condition=Q(minimum__isnull=True, is_fatal=False)
                | (Q(minimum__isnull=False, minimum__gte=1, minimum__lte=F("top")) & ~Q(owner="price")),
                name="cycle_awardcriterion_minimum_is_on_its_scale",
                violation_error_message=_(
                    "The lowest score that is good enough lies from 1 to the highest score. What is worked out from "
                    "the price has none, and a bid can only be out where there is one."
                ),
            ),
        ]  # fmt: skip

    @property
    def figure(self):
        """Its weight, in words."""
        return _now("%(weight)d of 100") % {"weight": self.weight}

    @property
    def is_scored(self):
        """Whether people score it."""
        return self.owner != self.Owner.PRICE

    @property
    def is_of_users(self):
        return self.owner == self.Owner.USERS

    def why_cannot_change(self, person):
        """As of every record, and only while the tender is being prepared."""
        return super().why_cannot_change(person) or ("" if self.tender.is_preparing else FIXED)

    @classmethod
    def add(cls, by, stage, *, tender, **said):
        """As with every record, while the tender is being prepared. Raises Refused."""
        with ledger.writing(stage.cycle):
            _refuse_fixed(tender)
            return super().add(by, stage, tender=tender, **said)

    def revise(self, by, version, reason, **said):
        """As with every record, while the tenders that it is taken from and comes to are being prepared."""
        with ledger.writing(self.stage.cycle):
            _refuse_fixed(said.get("tender", self.tender))
            return super().revise(by, version, reason, **said)


def _refuse_fixed(tender):
    tender.refresh_from_db(fields=["state"])
    if not tender.is_preparing:
        raise moves.Refused(FIXED)
