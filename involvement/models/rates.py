"""The rates: what an authority pays in one cycle, from a day on, with the reason and who gives advice (R76; c3, c4)."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Cycle
from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER
from cycle.snapshot import changed_fields, snapshot
from cycle.words import Verb
from people.personal import Class
from people.triggers import Guard

ADOPTED = Verb("rates adopted", _("set what is paid for taking part:"))

BEFORE_THE_LAST = _("They cannot begin before the rates that they replace.")
SAY_WHY = _("Say why. Everybody can read it.")
SAY_WHO_ADVISES = _("Say who gives free advice on benefits, and how to reach them.")


def pounds(label, **options):
    """A column for an amount, empty where nothing is set."""
    positive = [MinValueValidator(0)]
    return models.DecimalField(label, max_digits=8, decimal_places=2, validators=positive, **options)


class RatesQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those of the cycles (or of the one) that this person may know of: everybody may read what is paid."""
        return self.filter(cycle__in=Cycle.objects.visible_to(person, cycle))

    def of(self, cycle):
        """All of a cycle, the newest first."""
        return self.filter(cycle=cycle).select_related("adopted_by").order_by("-number")

    def on(self, cycle, day=None):
        """Those that hold in a cycle on a day, or None."""
        held = self.filter(cycle=cycle, valid_from__lte=day or timezone.localdate())
        return held.order_by("-number").first()


class Rates(models.Model):
    """What is paid in one cycle from a day until the next rates begin; once set, they stand."""

    FEES = ("fee_short", "fee_long", "fee_hour", "fee_reading", "fee_preparing")
    COSTS = ("mile", "meals_most", "care_hour")
    TERMS = (
        *FEES, *COSTS, "short_hours", "pay_within_days", "adviser", "adviser_how", "employed", "source", "valid_from",
    )  # fmt: skip

    PERSONAL = {"adopted_by": Class.PART, "adviser": Class.NAMED, "adviser_how": Class.NAMED}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="rates")
    number = models.PositiveSmallIntegerField()
    valid_from = models.DateField(_("from which day"))
    fee_short = pounds(_("fee for a short meeting"), null=True, blank=True)
    short_hours = models.PositiveSmallIntegerField(_("a short meeting lasts up to so many hours"), default=4)
    fee_long = pounds(_("fee for a longer meeting"), null=True, blank=True)
    fee_hour = pounds(_("fee for one hour"), null=True, blank=True)
    fee_reading = pounds(_("fee for reading a paper"), null=True, blank=True)
    fee_preparing = pounds(_("fee for getting ready"), null=True, blank=True)
    mile = pounds(_("for each mile by car"), null=True, blank=True)
    meals_most = pounds(_("for a meal, up to"), null=True, blank=True)
    care_hour = pounds(_("for one hour of care, up to"), null=True, blank=True)
    pay_within_days = models.PositiveSmallIntegerField(_("money is paid within so many days"))
    adviser = models.CharField(_("who gives free advice on benefits"), max_length=160)
    adviser_how = models.CharField(_("how to reach them"), max_length=240)
    employed = models.TextField(_("for people whose employer pays them for this time"))
    source = models.CharField(_("where these amounts come from"), max_length=240)
    reason = models.TextField(_("why these amounts"))
    adopted_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField(default=timezone.now)

    objects = RatesQuerySet.as_manager()

    class Meta:
        verbose_name = _("rates")
        verbose_name_plural = _("rates")
        ordering = ("cycle_id", "number")
        constraints = [
            models.UniqueConstraint(fields=["cycle", "number"], name="involvement_rates_number_once"),
            models.CheckConstraint(
                condition=~Q(adviser="") & ~Q(adviser_how=""), name="involvement_rates_say_who_advises"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="involvement_rates_say_why"),
            models.CheckConstraint(condition=Q(pay_within_days__gte=1), name="involvement_rates_promise_a_day"),
        ]

    def __str__(self):
        return _now("what is paid from %(day)s") % {"day": date_format(self.valid_from, "j F Y")}

    def get_absolute_url(self):
        return reverse("payments", args=[self.cycle.slug])

    def fee_for(self, minutes):
        """The fee for a meeting of so many minutes: by its length, else by the hour; None where none is set."""
        if minutes is None:
            return self.fee_short
        by_length = self.fee_short if minutes <= self.short_hours * 60 else self.fee_long
        if by_length is not None:
            return by_length
        return None if self.fee_hour is None else self.fee_hour * -(-minutes // 30) / 2

    @classmethod
    def refusal_to_adopt(cls, cycle, person):
        """Why this person cannot set rates in this cycle, as a sentence; empty when they can."""
        if not cycle.standing_of(person).runs:
            return NOT_AN_OFFICER
        return CYCLE_CLOSED if cycle.is_closed else ""

    @classmethod
    def adopt(cls, cycle, by, *, reason, **said):
        """Set what is paid from a day on; the amounts are public. Returns the Rates. Raises Refused (R76).

        said: by name of TERMS.
        """
        if sentence := cls.refusal_to_adopt(cycle, by):
            raise moves.Refused(sentence)
        if not reason.strip():
            raise moves.Refused(SAY_WHY)
        if not said["adviser"].strip() or not said["adviser_how"].strip():
            raise moves.Refused(SAY_WHO_ADVISES)
        with ledger.writing(cycle):
            last = cls.objects.of(cycle).first()
            if last and said["valid_from"] < last.valid_from:
                raise moves.Refused(BEFORE_THE_LAST)
            number = last.number + 1 if last else 1
            new = cls.objects.create(cycle=cycle, number=number, reason=reason, adopted_by=by, **said)
            new.refresh_from_db()
            before = snapshot(last, cls.TERMS) if last else {}
            after = snapshot(new, cls.TERMS)
            changed = changed_fields(before, after)
            ledger.record(
                ADOPTED, new, by, cycle=cycle, reason=reason, after={name: after[name] for name in changed},
                before={name: before[name] for name in changed if before}, reach="cycle",
            )  # fmt: skip
        return new


GUARD = Guard(
    table="involvement_rates",
    columns=("id", "cycle_id", "number", "reason", "adopted_by_id", "adopted_at", *Rates.TERMS),
)
