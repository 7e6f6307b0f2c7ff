"""The claim: one person's fee and costs for what was offered, from being sent to being paid (R76).

It concerns one person, so nothing of it is in the ledger: each move leaves a ClaimStep that the few may read. No bank
account is kept: the pay office has it, and knows a claim by its reference.
"""

from decimal import Decimal

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.words import Verb
from people.personal import Class
from people.refusal import Conflict

from .claim_parts import ClaimLine, ClaimStep
from .claims import OPEN, TO_DECIDE, TO_PAY, UNDECIDED, ClaimQuerySet
from .private_moves import PrivatelyMovable

SENT = Verb("claim sent", _("sent the claim"))
CORRECTED = Verb("claim corrected", _("corrected the claim"))
ASKED = Verb("claim sent back", _("sent the claim back with a question"))
APPROVED = Verb("claim approved", _("said yes to the claim"))
IN_PART = Verb("claim approved in part", _("said yes to a part of the claim"))
REFUSED = Verb("claim refused", _("refused the claim"))
OBJECTED = Verb("claim objected", _("said that this is not right"))
WITHDRAWN = Verb("claim withdrawn", _("took the claim back"))
NO_FEE = Verb("claim fee declined", _("takes the costs, and no fee"))
PAID = Verb("claim paid", _("wrote down that it is paid"))

NOT_YOURS = _("Only the one whose claim it is, or who put it in, can do this.")
NOT_ANOTHERS = _("Only the one whose claim it is can do this.")
NOT_OFFICER = _("Only an officer of this cycle decides about claims, and never about their own.")
DECIDED = _("This claim is decided already.")
NOT_DECIDED = _("Nobody has decided about this claim yet.")
NOT_TO_OBJECT = _("You can object to a claim that was refused, or of which only a part was said yes to.")
OBJECTED_ONCE = _("You have objected once, and it was looked at again.")
PAID_OR_GONE = _("This claim is paid or taken back, so nothing can be changed.")
SAY_WHY = _("Say why. The one who claims it reads this.")
SAY_WHAT = _("Say what is not right about it.")
ASK_SOMETHING = _("Write your question.")
SAY_HOW = _("Say how it is paid.")
TOO_SOON = _("It cannot have been paid before it was claimed, or on a day to come.")
NO_MORE = _("You can say yes to no more than is claimed.")


def is_theirs(claim, person):
    """Whether it is this person's claim, or they put it in and still keep the group or run the cycle."""
    if person.pk == claim.person_id:
        return True
    standing = claim.cycle.standing_of(person)
    return person.pk == claim.entered_by_id and (standing.runs or claim.participant_id in standing.keeps)


def is_anothers_officer(claim, person):
    """Whether this person runs the cycle, and neither gets this money nor put the claim in."""
    return claim.cycle.standing_of(person).runs and person.pk not in (claim.person_id, claim.entered_by_id)


def never_objected(claim):
    """A sentence for one who has objected already."""
    return OBJECTED_ONCE if claim.objected_at else ""


def _deciding(verb, target):
    return moves.Move(verb, TO_DECIDE, target, is_anothers_officer, NOT_OFFICER, DECIDED)


class Claim(PrivatelyMovable):
    """What one person claims for one Offer. entered_by: who put it in; due_on: by when the money is promised.

    is_shown_to_convenor: whether the convenor of their group may read it although they did not put it in.
    """

    class State(models.TextChoices):
        SENT = "sent", _("Waits for a yes or no")
        ASKED = "asked", _("Sent back with a question")
        APPROVED = "approved", _("Yes, not paid yet")
        PART = "part", _("Yes to a part, not paid yet")
        REFUSED = "refused", _("Refused")
        OBJECTED = "objected", _("Looked at again")
        PAID = "paid", _("Paid")
        WITHDRAWN = "withdrawn", _("Taken back")

    MOVES = {
        "ask": moves.Move(ASKED, TO_DECIDE, "asked", is_anothers_officer, NOT_OFFICER, DECIDED),
        "correct": moves.Move(CORRECTED, ("sent", "asked"), "sent", is_theirs, NOT_YOURS, DECIDED),
        "approved": _deciding(APPROVED, "approved"),
        "part": _deciding(IN_PART, "part"),
        "refused": _deciding(REFUSED, "refused"),
        "object": moves.Move(
            OBJECTED, ("refused", "part"), "objected", is_theirs, NOT_YOURS, NOT_TO_OBJECT, never_objected
        ),
        "withdraw": moves.Move(WITHDRAWN, (*UNDECIDED, *TO_PAY), "withdrawn", is_theirs, NOT_YOURS, PAID_OR_GONE),
        "pay": moves.Move(PAID, TO_PAY, "paid", is_anothers_officer, NOT_OFFICER, NOT_DECIDED),
    }
    RETAINED_FROM = "sent_at"
    PERSONAL = {
        "person": Class.MONEY, "participant": Class.MONEY, "state": Class.MONEY, "reference": Class.MONEY,
        "paid_on": Class.MONEY, "paid_how": Class.MONEY, "entered_by": Class.PART, "decided_by": Class.PART,
    }  # fmt: skip

    offer = models.ForeignKey("involvement.Offer", models.PROTECT, related_name="claims")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="claims")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="claims")
    entered_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    is_shown_to_convenor = models.BooleanField(_("the convenor may read it"), default=False)
    reference = models.CharField(_("reference"), max_length=8, unique=True)
    state = models.CharField(max_length=9, choices=State, default=State.SENT)
    version = models.PositiveIntegerField(default=1)
    sent_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField(_("money is promised by"))
    decided_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    objected_at = models.DateTimeField(null=True, blank=True)
    payroll = models.ForeignKey("involvement.PayrollList", models.PROTECT, null=True, blank=True, related_name="claims")
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    paid_how = models.CharField(_("how it is paid"), max_length=120, blank=True)
    paid_noted_at = models.DateTimeField(null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "person"], condition=~Q(state="withdrawn"), name="involvement_claim_once_for_an_offer"
            ),
            models.CheckConstraint(
                condition=(Q(state="paid", paid_on__isnull=False, paid_noted_at__isnull=False) & ~Q(paid_how=""))
                | (~Q(state="paid") & Q(paid_on__isnull=True, paid_noted_at__isnull=True, paid_how="")),
                name="involvement_claim_paid_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="involvement_claim_decided_is_whole_or_absent",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "part", "refused", "objected", "paid"])
                | Q(decided_at__isnull=False),
                name="involvement_claim_settled_is_decided",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="claim_by_state"),
            models.Index(fields=["person", "-id"], name="claim_of_person"),
        ]

    def __str__(self):
        return _now("Claim for %(what)s") % {"what": self.offer}

    def get_absolute_url(self):
        return self.address("claim")

    def address(self, name):
        """The address of the claim, or of something that is done with it."""
        return reverse(name, args=[self.cycle.slug, self.pk])

    @property
    def cycle(self):
        return self.offer.stage.cycle

    @property
    def is_paid(self):
        return self.state == self.State.PAID

    @property
    def is_waiting(self):
        """Whether it waits for the authority."""
        return self.state in OPEN

    @property
    def is_late(self):
        """Whether it still waits although the promised day has passed."""
        return self.is_waiting and self.due_on < timezone.localdate()

    @property
    def is_changeable(self):
        """Whether the claimant may still put it right."""
        return self.state in ("sent", "asked")

    @property
    def days_waiting(self):
        """For how many days it has waited since it was sent."""
        return (timezone.localdate() - timezone.localdate(self.sent_at)).days

    @property
    def question(self):
        """The step with the question that waits for an answer, or None."""
        return self.steps.filter(verb=ASKED.slug).last() if self.state == self.State.ASKED else None

    def total(self, name="amount"):
        """What is claimed in all; with "approved", what of it is paid."""
        return sum((getattr(line, name) or Decimal(0) for line in self.lines.all()), Decimal(0))

    def note_step(self, verb, by, words=""):
        """Write down one step, with the sum at that time."""
        ClaimStep.objects.create(claim=self, verb=verb.slug, by=by, words=words, amount=self._sum())

    def _sum(self):
        sums = ClaimLine.objects.filter(claim=self).aggregate(claimed=models.Sum("amount"), yes=models.Sum("approved"))
        return (sums["yes"] if sums["yes"] is not None else sums["claimed"]) or Decimal(0)

    def ask(self, by, question):
        """Send it back with a question. Raises Refused."""
        if not question.strip():
            raise moves.Refused(ASK_SOMETHING)
        self.move("ask", by, words=question)

    def correct(self, by, version, lines, *, words="", is_shown=None):
        """Put it right, or answer the question. lines: as `claiming.send` takes them. Raises Refused, and Conflict."""
        shown = {} if is_shown is None else {"is_shown_to_convenor": is_shown}
        with transaction.atomic():
            current = type(self).objects.select_for_update().get(pk=self.pk)
            if current.version != version:
                raise Conflict(current)
            if sentence := self.refusal("correct", by):
                raise moves.Refused(sentence)
            self.put_lines(lines)
            self.move("correct", by, words=words, **shown)

    def put_lines(self, lines):
        """What is claimed, in the place of what was. lines: Sort -> {amount, miles, words}."""
        self.lines.all().delete()
        ClaimLine.objects.bulk_create(ClaimLine(claim=self, sort=sort, **said) for sort, said in lines.items())

    def decide(self, by, approved, words=""):
        """Say yes to all, to a part or to nothing. approved: line id -> pounds; words: why not all. Raises Refused."""
        with transaction.atomic():
            lines = list(self.lines.select_for_update())
            given = {line.pk: approved.get(line.pk, Decimal(0)) for line in lines}
            if any(not 0 <= given[line.pk] <= line.amount for line in lines):
                raise moves.Refused(NO_MORE)
            all_of_it = all(given[line.pk] == line.amount for line in lines)
            state = "approved" if all_of_it else "part" if any(given.values()) else "refused"
            if state != "approved" and not words.strip():
                raise moves.Refused(SAY_WHY)
            if sentence := self.refusal(state, by):
                raise moves.Refused(sentence)
            for line in lines:
                line.approved = given[line.pk]
            ClaimLine.objects.bulk_update(lines, ["approved"])
            self.move(state, by, words=words, decided_by=by, decided_at=timezone.now())
        return state

    def object_to(self, by, words):
        """Say once that the decision is not right; an officer looks at it again. Raises Refused."""
        if not words.strip():
            raise moves.Refused(SAY_WHAT)
        self.move("object", by, words=words, objected_at=timezone.now())

    def withdraw(self, by):
        """Take it back, before it is paid; no reason is asked. Raises Refused."""
        self.move("withdraw", by)

    def decline_fee(self, by):
        """Go on without the fee, before it is paid; a claim for a fee alone is taken back. Raises Refused."""
        with transaction.atomic():
            fee = self.lines.filter(sort=ClaimLine.Sort.FEE)
            if not fee.exists():
                return
            if sentence := self.refusal("withdraw", by):
                raise moves.Refused(sentence)
            if not self.lines.exclude(sort=ClaimLine.Sort.FEE).exists():
                self.withdraw(by)
                return
            fee.delete()
            self.note_step(NO_FEE, by)

    def pay(self, by, paid_on, how):
        """Write down that it is paid: the day and how. Raises Refused."""
        if not how.strip():
            raise moves.Refused(SAY_HOW)
        if not timezone.localdate(self.sent_at) <= paid_on <= timezone.localdate():
            raise moves.Refused(TOO_SOON)
        self.move("pay", by, paid_on=paid_on, paid_how=how, paid_noted_at=timezone.now())
