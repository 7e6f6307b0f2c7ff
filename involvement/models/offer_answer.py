"""The answer to an offer: one person takes the fee, only the costs, or nothing; no reason is asked (R76)."""

from decimal import Decimal

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import moves
from people.personal import Class

from .offer import ENDED_ALREADY, offered_to
from .rates import pounds

NOT_OFFERED = _("This is not offered to you. It is for people who use services and take part here.")
NOT_FOR_THEM = _("You can put this in only for the people of your own group.")
READ_FIRST = _("Read the note on benefits first, and say that you have read it.")
NO_FEE = _("There is no fee for this.")
PAID = _("This is paid already, so it stays as it is.")


class OfferAnswerQuerySet(models.QuerySet):
    def by(self, person, offer):
        """What this person said to this offer, or None."""
        return self.filter(person=person, offer=offer).first()

    def that_take(self):
        """Those that take anything."""
        return self.exclude(says=OfferAnswer.Says.NOTHING)

    def takes_more_than(self, fee):
        """Those that said yes to a higher fee than this one."""
        return self.filter(says=OfferAnswer.Says.FEE, fee__gt=fee)


class OfferAnswer(models.Model):
    """What one person said to one offer; private to them, to who put it in, and to the officers of the cycle.

    fee: the fee that was said yes to, which stays theirs when the offer changes. entered_by: who put it in.
    """

    class Says(models.TextChoices):
        FEE = "fee", _("The fee and my costs")
        COSTS = "costs", _("My costs, and no fee")
        NOTHING = "nothing", _("Nothing")

    PERSONAL = {
        "person": Class.MONEY, "says": Class.MONEY, "fee": Class.MONEY, "has_read": Class.MONEY,
        "entered_by": Class.PART,
    }  # fmt: skip

    offer = models.ForeignKey("involvement.Offer", models.PROTECT, related_name="answers")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="offer_answers")
    says = models.CharField(_("what you take"), max_length=8, choices=Says)
    fee = pounds(_("the fee that was said yes to"), default=0)
    has_read = models.BooleanField(_("has read the note on benefits"), default=False)
    entered_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = OfferAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to an offer")
        verbose_name_plural = _("answers to offers")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["offer", "person"], name="involvement_offeranswer_once"),
            models.CheckConstraint(
                condition=Q(says="fee", has_read=True) | Q(says__in=["costs", "nothing"], fee=0),
                name="involvement_offeranswer_fee_after_the_note",
            ),
        ]
        indexes = [models.Index(fields=["person", "-at"], name="offer_answer_of_person")]

    def __str__(self):
        return str(self.get_says_display())

    @classmethod
    def refusal_to_say(cls, offer, person, by):
        """Why `by` cannot answer this offer for this person, as a sentence; empty when they can."""
        through = offered_to(offer, person)
        if not through:
            return NOT_OFFERED if by == person else NOT_FOR_THEM
        if by != person:
            standing = offer.stage.cycle.standing_of(by)
            if not (standing.runs or through & standing.keeps):
                return NOT_FOR_THEM
        return ENDED_ALREADY if offer.ended_at else ""

    @classmethod
    def say(cls, offer, person, by, says, *, has_read=False):
        """Take the fee, only the costs, or nothing; it can be said otherwise until it is paid. Raises Refused (R76).

        has_read: whether they have read the note on benefits, without which no fee is taken. A claim that waits
        follows: without its fee, or withdrawn. Returns the OfferAnswer.
        """
        if sentence := cls.refusal_to_say(offer, person, by):
            raise moves.Refused(sentence)
        takes_fee = says == cls.Says.FEE
        if takes_fee and not offer.fee:
            raise moves.Refused(NO_FEE)
        if takes_fee and not has_read:
            raise moves.Refused(READ_FIRST)
        said = {
            "says": says, "fee": offer.whole_fee if takes_fee else Decimal(0), "has_read": has_read, "entered_by": by,
            "at": timezone.now(),
        }  # fmt: skip
        with transaction.atomic():
            claim = offer.claims.standing().filter(person=person).select_for_update().first()
            if claim and claim.is_paid:
                raise moves.Refused(PAID, conflict=True)
            new = cls.objects.update_or_create(offer=offer, person=person, defaults=said)[0]
            is_open = claim and claim.state in claim.MOVES["withdraw"].sources
            if is_open and says == cls.Says.NOTHING:
                claim.withdraw(by)
            elif is_open and says == cls.Says.COSTS:
                claim.decline_fee(by)
        return new

    @property
    def is_behind(self):
        """Whether the fee was raised since: it takes another yes."""
        return self.says == self.Says.FEE and self.fee < self.offer.whole_fee
