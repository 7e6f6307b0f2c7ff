"""What became of a tender: an award, no award, or staying in-house, with the reasons of each side (R55)."""

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ... import ledger, moves
from ...glance import Remark
from ...models.record import Record
from .bid import Bid
from .results import results_of
from .scoring import scoring_of

DECIDED_ALREADY = _("This tender is decided already.")
STANDS = _("What was decided stands. To buy again, begin another tender.")
CHOOSE_ONE = _("Say which bid is chosen. Without an award, leave it open.")
ANOTHER_TENDER = _("The chosen bid belongs to another tender.")
NOT_STANDING = _("The chosen bid does not stand any more.")
NOT_OPENED = _("The bids have to be opened and scored before one of them is chosen.")
SEALED = _("Not all scores are in. Wait for them before a bid is chosen.")
NOT_MODERATED = _("The panel has not come to a score for everything yet. Write that down first.")
IS_OUT = _("The chosen bid is out: it has less than the lowest score that is good enough.")


class AwardDecision(Record):
    """One decision for one tender. Both sides give their reasons, whatever it is (R55)."""

    class Outcome(models.TextChoices):
        NONE = "none", _("No award: nobody is chosen")
        IN_HOUSE = "in-house", _("The service stays in-house")
        AWARD = "award", _("An award to one of the bidders")

    SLUG = "award-decisions"
    ADD = _("Write down what was decided")
    ABOUT = _("Who was chosen, or that nobody was, with the reasons of users and of officers.")
    OWN_FIELDS = (
        "tender", "outcome", "chosen", "users_reason", "officers_reason", "decided_by", "decided_on", "announced_on",
    )  # fmt: skip
    ASKED_UNDER = {"outcome": {"award": ("chosen",)}}
    FIGURE = "outcome"
    LISTED = ("decided_on",)
    SETTLES = ("outcome", "users_reason", "officers_reason", "decided_on")
    FIXED = ("tender", "outcome", "chosen")

    PERSONAL = {"decided_by": Class.NAMED}
    PERSONAL_OF = {"decided_by": None}

    tender = models.ForeignKey(
        "cycle.Tender", models.PROTECT, related_name="decisions", verbose_name=_("tender that is decided")
    )
    outcome = models.CharField(_("what was decided"), max_length=8, choices=Outcome)
    chosen = models.ForeignKey(
        "cycle.Bid",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("bid that is chosen"),
    )
    users_reason = models.TextField(_("what the users on the panel say to it, and why"))
    officers_reason = models.TextField(_("what the officers on the panel say to it, and why"))
    decided_by = models.CharField(_("who decided, with what authority"), max_length=240)
    decided_on = models.DateField(_("decided on"))
    announced_on = models.DateField(
        _("told to all bidders on"), null=True, blank=True,
        help_text=_("From this day on one waits before the contract is signed, where the rules say so."),
    )  # fmt: skip

    class Meta(Record.Meta):
        verbose_name = _("decision of a tender")
        verbose_name_plural = _("decisions of tenders")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["tender"], name="cycle_awarddecision_once_a_tender", violation_error_message=DECIDED_ALREADY
            ),
            models.CheckConstraint(
                condition=Q(outcome="award", chosen__isnull=False)
                | Q(outcome__in=["none", "in-house"], chosen__isnull=True),
                name="cycle_awarddecision_award_names_a_bid",
                violation_error_message=CHOOSE_ONE,
            ),
            models.CheckConstraint(
                condition=~Q(users_reason="") & ~Q(officers_reason=""),
                name="cycle_awarddecision_has_both_reasons",
                violation_error_message=_("Give the reasons of both sides."),
            ),
        ]

    @property
    def is_award(self):
        return self.outcome == self.Outcome.AWARD

    @property
    def standstill_ends_on(self):
        """The last day on which one waits before the contract is signed; None where the rules ask for no waiting."""
        rules = self.tender.rules
        found = rules and rules.standstill_on(self.tender.route)
        return found.ends_on(self.announced_on) if found and self.announced_on and self.is_award else None

    @property
    def parts(self):
        """Until when one waits before signing, as the rules of the tender's day have it."""
        rules = self.tender.rules
        if not self.is_award:
            return []
        if rules is None:
            return [
                Remark(_now("We hold no rules for the day on which this tender began. Look up how long one waits."))
            ]
        source = str(rules.source) if rules.is_confirmed else f"{rules.source} {rules.unsure}"
        found = rules.standstill_on(self.tender.route)
        if found is None:
            return [Remark(f"{_now('These rules ask for no waiting before the contract is signed.')} {source}")]
        if self.announced_on is None:
            return [Remark(_now("Say when it was told to all bidders. The waiting begins on that day."), "changed")]
        words = _now("Nobody signs before %(day)s is over. Public holidays are not known here: check them.")
        day = date_format(self.standstill_ends_on, "j F Y")
        return [Remark(f"{words % {'day': day}} {source}")]

    @classmethod
    def add(cls, by, stage, *, tender, outcome, chosen=None, **said):
        """Decide a tender, and with it every bid that stands. Returns the AwardDecision. Raises Refused (R55)."""
        with ledger.writing(stage.cycle):
            token = said.get("token")
            if token and (there := cls.objects.filter(token=token, stage=stage).first()):
                return there
            tender = tender.afresh() if tender.stage_id == stage.pk else tender
            if sentence := why_cannot_decide(tender, outcome, chosen, by):
                raise moves.Refused(sentence)
            new = super().add(by, stage, tender=tender, outcome=outcome, chosen=chosen, **said)
            tender.move("decide", by, told={"outcome": str(cls.Outcome(outcome).label)})
            for bid in tender.bids.filter(outcome="received").select_related("stage"):
                bid.stage, bid.tender = stage, tender
                won = Bid.Outcome.CHOSEN if chosen and bid.pk == chosen.pk else Bid.Outcome.NOT_CHOSEN
                bid.settle(by, won, "")
            return new

    def revise(self, by, version, reason, **said):
        """As with every record; what was decided stands."""
        if any(name in said and said[name] != getattr(self, name) for name in self.FIXED):
            raise moves.Refused(STANDS)
        return super().revise(by, version, reason, **said)


def why_cannot_decide(tender, outcome, chosen, by):
    """Why this cannot be decided now, as a sentence; empty when it can."""
    if tender.is_decided:
        return DECIDED_ALREADY
    if sentence := tender.refusal("decide", by):
        return sentence
    if outcome != AwardDecision.Outcome.AWARD:
        return CHOOSE_ONE if chosen else ""
    if chosen is None:
        return CHOOSE_ONE
    if chosen.tender_id != tender.pk:
        return ANOTHER_TENDER
    return _why_cannot_choose(tender, chosen) if chosen.is_open else NOT_STANDING


def _why_cannot_choose(tender, chosen):
    """Why this bid cannot be chosen: a direct award needs no competition; the others are scored and talked over."""
    if not tender.has_competition:
        return ""
    if not tender.is_opened:
        return NOT_OPENED
    found = scoring_of(tender)
    if found.is_sealed:
        return SEALED
    if not found.is_moderated:
        return NOT_MODERATED
    total = results_of(found).of(chosen)
    return IS_OUT if total.is_out else ""
