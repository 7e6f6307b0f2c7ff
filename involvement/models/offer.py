"""The offer: what is paid and paid back for one meeting or another piece of work, told in advance (R76; c3, c4)."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Participant
from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER, seated, taking_part
from cycle.openness import Openness
from cycle.snapshot import changed_fields, snapshot
from cycle.words import Verb
from people.models import Membership
from people.personal import Class
from people.refusal import Conflict

from .rates import Rates, pounds

OFFERED = Verb("payment offered", _("said what is paid for:"))
CHANGED = Verb("payment changed", _("changed what is paid for:"))
ENDED = Verb("payment taken back", _("took back what was offered for:"))

NO_RATES = _("First set what is paid in this cycle, and who gives advice on benefits.")
OFFERED_ALREADY = _("It is said already what is paid for this meeting.")
SAY_WHAT_FOR = _("Say for which work, and on which day.")
SAY_WHY = _("Say why. Everybody who takes part can read it.")
NOT_LOWER = _("Somebody has said yes to this fee. You can raise it, and you cannot lower it.")
SAID_YES = _("Somebody has said yes to this already, so it cannot be taken back.")
ENDED_ALREADY = _("This was taken back already.")
NOT_THEIRS = _("Choose somebody who takes part in this cycle.")


class OfferQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those in cycles (or in the one) in which this person takes part or holds a seat."""
        if person is None or not person.is_authenticated:
            return self.none()
        if cycle is not None:
            return self.filter(stage__cycle=cycle) if cycle.standing_of(person).is_involved else self.none()
        return self.filter(Q(stage__cycle__in=taking_part(person)) | Q(stage__cycle__in=seated(person)))

    def of_cycle(self, cycle):
        """Those of one cycle that stand, with what a list says of them."""
        return self.filter(stage__cycle=cycle, ended_at__isnull=True).select_related("stage", "session", "participant")

    def ahead(self):
        """Those whose day is today or has not come yet."""
        today = timezone.localdate()
        return self.filter(Q(held_on__gte=today) | Q(session__held_on__gte=today))

    def unanswered_by(self, person):
        """Those that stand, are offered to this person, and to which they have said nothing; one query."""
        mine = Participant.objects.of(person).filter(standing=Participant.Standing.USERS)
        to_all = Q(participant=None, stage__cycle__in=mine.values("cycle_id"))
        found = self.filter(to_all | Q(participant__in=mine), ended_at__isnull=True)
        found = found.exclude(stage__cycle__in=seated(person)).exclude(stage__cycle__state="closed")
        said = self.model._meta.get_field("answers").related_model.objects.filter(person=person)
        return found.exclude(pk__in=said.values("offer_id")).select_related("stage__cycle", "session")

    def for_session(self, session):
        """The one that stands for a meeting, or None."""
        found = self.filter(session=session, ended_at__isnull=True).select_related("rates", "participant")
        return found.first()


class Offer(models.Model):
    """What is offered for one meeting (session), or for other work with a title of its own, to those who take part.

    participant: to whose members, None for everybody who takes part as a user. fee: None where none is paid.
    """

    class Travel(models.TextChoices):
        NONE = "none", _("Not paid")
        BACK = "back", _("Paid back")
        BOOKED = "booked", _("Booked for you, so that you pay nothing first")

    class Meals(models.TextChoices):
        NONE = "none", _("Not paid")
        BACK = "back", _("Paid back")
        THERE = "there", _("There is food")

    class Care(models.TextChoices):
        NONE = "none", _("Not paid")
        BACK = "back", _("Paid back")

    TERMS = ("fee", "fee_for", "preparing", "travel", "travel_how", "meals", "meals_most", "care", "care_most", "more")
    PERSONAL = {"made_by": Class.PART}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="offers")
    session = models.ForeignKey(
        "involvement.Session", models.PROTECT, null=True, blank=True, related_name="offers", verbose_name=_("meeting")
    )
    participant = models.ForeignKey(
        "cycle.Participant", models.PROTECT, null=True, blank=True, related_name="offers", verbose_name=_("for whom")
    )
    rates = models.ForeignKey("involvement.Rates", models.PROTECT, related_name="offers")
    title = models.CharField(_("for which work"), max_length=120, blank=True)
    held_on = models.DateField(_("on which day"), null=True, blank=True)
    fee = pounds(_("fee"), null=True, blank=True)
    fee_for = models.CharField(_("what the fee is for"), max_length=160, blank=True)
    preparing = pounds(_("fee for getting ready"), null=True, blank=True)
    travel = models.CharField(_("travel"), max_length=6, choices=Travel, default=Travel.BACK)
    travel_how = models.CharField(_("how travel works"), max_length=240, blank=True)
    meals = models.CharField(_("food"), max_length=6, choices=Meals, default=Meals.NONE)
    meals_most = pounds(_("for food, up to"), null=True, blank=True)
    care = models.CharField(_("care for somebody while you are here"), max_length=6, choices=Care, default=Care.NONE)
    care_most = pounds(_("for care, up to"), null=True, blank=True)
    more = models.CharField(_("anything else"), max_length=240, blank=True)
    made_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer of payment")
        verbose_name_plural = _("offers of payment")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["session"], condition=Q(ended_at__isnull=True), name="involvement_offer_once_for_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(session__isnull=False, title="", held_on__isnull=True)
                | (Q(session__isnull=True, held_on__isnull=False) & ~Q(title="")),
                name="involvement_offer_is_for_a_meeting_or_other_work",
            ),
            models.CheckConstraint(
                condition=Q(fee__isnull=False) | Q(preparing__isnull=True), name="involvement_offer_fee_is_whole"
            ),
            models.CheckConstraint(condition=Q(travel__in=["none", "back", "booked"]), name="involvement_offer_travel"),
            models.CheckConstraint(condition=Q(meals__in=["none", "back", "there"]), name="involvement_offer_meals"),
            models.CheckConstraint(condition=Q(care__in=["none", "back"]), name="involvement_offer_care"),
        ]
        indexes = [models.Index(fields=["stage", "ended_at"], name="offer_of_stage")]

    def __str__(self):
        return str(self.session) if self.session_id else f"{self.title}, {date_format(self.held_on, 'j F Y')}"

    def get_absolute_url(self):
        return self.address("offer")

    def address(self, name):
        """The address of the offer, or of something that is done with it."""
        return reverse(name, args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk])

    @property
    def day(self):
        """The day of the meeting or of the work."""
        return self.session.held_on if self.session_id else self.held_on

    @property
    def is_over(self):
        """Whether its day is today or has passed, so that it can be claimed."""
        return self.day <= timezone.localdate()

    @property
    def whole_fee(self):
        """The fee with what is paid for getting ready; 0 where none is paid."""
        return (self.fee or Decimal(0)) + (self.preparing or Decimal(0))

    @classmethod
    def refusal_to_make(cls, stage, person):
        """Why this person cannot say what is paid in this stage, as a sentence; empty when they can."""
        if not stage.cycle.standing_of(person).runs:
            return NOT_AN_OFFICER
        if stage.cycle.is_closed:
            return CYCLE_CLOSED
        return "" if Rates.objects.on(stage.cycle) else NO_RATES

    def refusal_to_change(self, person):
        """Why this person cannot change it, as a sentence; empty when they can."""
        return self.refusal_to_make(self.stage, person) or (ENDED_ALREADY if self.ended_at else "")

    @classmethod
    def make(cls, stage, by, *, session=None, participant=None, title="", held_on=None, **said):
        """Say in advance what is paid for a meeting, or for other work. Returns the Offer. Raises Refused (R76).

        said: by name of TERMS.
        """
        if sentence := cls.refusal_to_make(stage, by):
            raise moves.Refused(sentence)
        if session:
            participant, title, held_on = session.participant, "", None
        elif not title.strip() or held_on is None:
            raise moves.Refused(SAY_WHAT_FOR)
        if participant and participant.cycle_id != stage.cycle_id:
            raise moves.Refused(NOT_THEIRS)
        with ledger.writing(stage.cycle):
            if session and cls.objects.for_session(session):
                raise moves.Refused(OFFERED_ALREADY, conflict=True)
            new = cls.objects.create(
                stage=stage, session=session, participant=participant, title=title, held_on=held_on, made_by=by,
                rates=Rates.objects.on(stage.cycle), **said,
            )  # fmt: skip
            new.refresh_from_db()
            new._tell(OFFERED, by, {}, snapshot(new, cls.TERMS))
        return new

    def change(self, by, version, reason, **said):
        """Change what is paid; a fee that somebody has said yes to never falls. Raises Refused, and Conflict."""
        if sentence := self.refusal_to_change(by):
            raise moves.Refused(sentence)
        if not reason.strip():
            raise moves.Refused(SAY_WHY)
        with ledger.writing(self.stage.cycle):
            current = type(self).objects.select_related("stage__cycle", "session").get(pk=self.pk)
            if current.version != version:
                raise Conflict(current)
            before = snapshot(current, self.TERMS)
            if all(getattr(current, name) == value for name, value in said.items()):
                return
            for name, value in said.items():
                setattr(current, name, value)
            if current.answers.takes_more_than(current.whole_fee).exists():
                raise moves.Refused(NOT_LOWER)
            current.rates, current.version = Rates.objects.on(self.stage.cycle), version + 1
            current.save()
            self.refresh_from_db()
            self._tell(CHANGED, by, before, snapshot(self, self.TERMS), reason)

    def end(self, by, reason):
        """Take it back, while nobody has said yes to it or claims it. Raises Refused."""
        if sentence := self.refusal_to_change(by):
            raise moves.Refused(sentence)
        if not reason.strip():
            raise moves.Refused(SAY_WHY)
        with ledger.writing(self.stage.cycle):
            if self.answers.that_take().exists() or self.claims.exists():
                raise moves.Refused(SAID_YES)
            if not type(self).objects.filter(pk=self.pk, ended_at__isnull=True).update(ended_at=timezone.now()):
                raise moves.Refused(ENDED_ALREADY, conflict=True)
            self._tell(ENDED, by, {}, {}, reason)

    def _tell(self, verb, by, before, after, reason=""):
        """Write it down for those who take part: what is offered, and never who takes it."""
        changed = changed_fields(before, after)
        ledger.record(
            verb, self, by, cycle=self.stage.cycle, stage=self.stage, openness=Openness.INVOLVED, reason=reason,
            before={name: before[name] for name in changed if before}, after={name: after[name] for name in changed},
        )  # fmt: skip


def offered_to(offer, person):
    """The ids of the participants through which this person gets this offer; none for somebody with a seat.

    Whoever belonged to one on the day of the meeting gets what was offered, even when they have left since.
    """
    cycle = offer.stage.cycle
    if cycle.standing_of(person).roles:
        return frozenset()
    found = Participant.objects.filter(cycle=cycle, standing=Participant.Standing.USERS)
    found = found.filter(pk=offer.participant_id) if offer.participant_id else found
    today, ids = timezone.localdate(), set()
    for day in {today, min(offer.day, today)}:
        held = Membership.objects.active(day).filter(person=person)
        theirs = Q(person=person) | Q(group__in=held.values("group_id"))
        theirs |= Q(organisation__in=held.values("organisation_id"))
        ids |= set(found.active(day).filter(theirs).values_list("pk", flat=True))
    return frozenset(ids)
