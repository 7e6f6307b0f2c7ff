"""The tender: what is bought, under which rules, until when bids come in, and where it stands (R54)."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ... import ledger, moves
from ...models.record import Record
from ...openness import Openness
from . import declaration, moderated, offer, opening, panel, panel_score, rules, scoring, steps
from .regimes import ROUTES, Regime, Route
from .tenders import TenderQuerySet

FIXED_PRICE = _("Bids are asked for already, so it stays as it is when prices are opened.")
ONLY_LATER = _("Bids are asked for already, so the last time for bids can only become later.")
OPENED_ALREADY = _("The bids are opened. The last time for bids stays as it was.")
PANEL_COULD_NOT_READ = _("Somebody on the panel could not read it any more. Leave it open to those who take part.")


class Tender(moves.Movable, Record):
    """One purchase with its rules. opened_at: when the bids were opened. What is decided is never opened again.

    price_opens: whether the panel reads prices with the offers, or only when all scores are in.
    """

    class State(models.TextChoices):
        PREPARING = "preparing", _("Being prepared")
        ASKING = "asking", _("Bids are asked for")
        OPENED = "opened", _("Bids are opened and assessed")
        DECIDED = "decided", _("Decided")

    class PriceOpens(models.TextChoices):
        LATER = "later", _("When all scores are in")
        WITH_IT = "with it", _("Together with the offers")

    SLUG = "tenders"
    ADD = _("Add a tender")
    ABOUT = _("What is bought, under which rules, and how far it is.")
    PROMPT = _("Say what we should look for in a bid")
    OWN_FIELDS = (
        "wanted", "regime", "route", "begins_on", "estimated_value", "bids_until", "price_opens", "starts_on",
        "ends_on",
    )  # fmt: skip
    FIGURE = "state"
    LISTED = ("regime", "bids_until")
    SETTLES = ("wanted", "regime", "route")
    BRIEF = ("wanted", "regime", "estimated_value", "bids_until")
    PART = "tender"
    PAGE = "cycle/tender.html"
    MOVES = opening.MOVES

    wanted = models.TextField(
        _("what is bought"), help_text=_("In words that users would use. Say what it has to do for them.")
    )
    regime = models.CharField(_("which rules it falls under"), max_length=6, choices=Regime)
    route = models.CharField(_("how somebody is found"), max_length=12, choices=Route)
    begins_on = models.DateField(
        _("it begins on"), help_text=_("The day of its first notice or letter. The rules of that day hold for it.")
    )
    estimated_value = models.DecimalField(
        _("what it may cost in all"), max_digits=14, decimal_places=2, null=True, blank=True,
        help_text=_("In pounds, with VAT, over all the years."),
    )  # fmt: skip
    bids_until = models.DateTimeField(_("bids come in until"))
    price_opens = models.CharField(
        _("when the panel sees the prices"), max_length=8, choices=PriceOpens, default=PriceOpens.LATER
    )
    starts_on = models.DateField(_("the contract starts on"), null=True, blank=True)
    ends_on = models.DateField(_("the contract ends on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.PREPARING, editable=False)
    opened_at = models.DateTimeField(null=True, editable=False)

    objects = TenderQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("tender")
        verbose_name_plural = _("tenders")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(regime="full", route__in=ROUTES[Regime.FULL])
                | Q(regime="light", route__in=ROUTES[Regime.LIGHT])
                | Q(regime="health", route__in=ROUTES[Regime.HEALTH])
                | Q(regime="below", route__in=ROUTES[Regime.BELOW]),
                name="cycle_tender_route_fits_its_rules",
                violation_error_message=_("The rules that you chose do not have this way of finding somebody."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="cycle_tender_contract_ends_after_it_starts",
                violation_error_message=_("It cannot end before it starts. Look at the two days."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["preparing", "asking"], opened_at__isnull=True)
                | Q(state="opened", opened_at__isnull=False)
                | Q(state="decided"),
                name="cycle_tender_opened_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(price_opens__in=["later", "with it"]), name="cycle_tender_price_opens_is_known"
            ),
        ]  # fmt: skip

    def get_url(self, name, *more):
        """The address of one of its further pages."""
        return reverse(name, args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk, *more])

    @property
    def ledger_cycle(self):
        return self.stage.cycle

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def ledger_openness(self):
        return self.openness

    @property
    def is_preparing(self):
        return self.state == self.State.PREPARING

    @property
    def is_asking(self):
        return self.state == self.State.ASKING

    @property
    def is_opened(self):
        """Whether the bids were ever opened."""
        return self.opened_at is not None

    @property
    def is_decided(self):
        return self.state == self.State.DECIDED

    @property
    def rules(self):
        """The Rules that hold for it, those of the day it began; None where we hold none."""
        return rules.rules_on(self.regime, self.begins_on)

    @property
    def has_competition(self):
        """Whether bids compete; a direct award goes to one."""
        return self.route in steps.COMPETING

    def afresh(self):
        """The same as the database has it now; with the very stage."""
        found = type(self).objects.get(pk=self.pk)
        found.stage = self.stage
        return found

    def revise(self, by, version, reason, **said):
        """As with every record; but once bids are asked for, what bidders rely on stays, or moves only their way."""
        with ledger.writing(self.stage.cycle):
            if sentence := self._why_not(self.afresh(), said):
                raise moves.Refused(sentence)
            return super().revise(by, version, reason, **said)

    def _why_not(self, current, said):
        until = said.get("bids_until", current.bids_until)
        if not current.is_preparing:
            if said.get("price_opens", current.price_opens) != current.price_opens:
                return FIXED_PRICE
            if until != current.bids_until and not current.is_asking:
                return OPENED_ALREADY
            if until < current.bids_until:
                return ONLY_LATER
        is_closed = said.get("openness", current.openness) == Openness.WITHHELD
        return PANEL_COULD_NOT_READ if is_closed and opening.has_members_without_seat(self) else ""

    def ask(self, by):
        """Ask for bids; from now on the criteria stay as they are. Returns the Event. Raises Refused."""
        with ledger.writing(self.stage.cycle):
            return self.move("ask", by)

    def open(self, by):
        """Open all bids at once. Returns the Event. Raises Refused before the last time for bids (R54)."""
        return opening.open_bids(self, by)

    @property
    def judging(self):
        """The Scoring as it is now: who judges what, and what of it is sealed."""
        return scoring.scoring_of(self)

    # What else is done with it: each in the file of its concept.
    on_page = opening.on_page
    name_member = panel.name_member
    declare = staticmethod(declaration.declare)
    decide_tie = staticmethod(declaration.decide)
    put_in = staticmethod(offer.put_in)
    score = staticmethod(panel_score.score)
    moderate = staticmethod(moderated.moderate)
