"""What officers do with claims: ask, decide, list for the pay office, write down that many are paid (R76)."""

from decimal import Decimal

from django.db import transaction
from django.db.models import Exists, Max, OuterRef
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.models.cycle import NOT_AN_OFFICER

from ..models import Claim, ClaimStep, PayrollList
from ..models.claim import NO_FEE, OBJECTED, WITHDRAWN
from .letters import tell

NOTHING_TO_LIST = _("There is nothing new for the pay office.")
CHOOSE = _("Choose at least one claim.")


@transaction.atomic
def ask(claim, by, question):
    """Send a claim back with a question, and write to the claimant. Raises Refused."""
    claim.ask(by, question)
    tell(claim)


@transaction.atomic
def decide(claim, by, approved, words=""):
    """Decide about a claim (see Claim.decide), and write to the claimant. Raises Refused."""
    claim.decide(by, approved, words)
    tell(claim)


@transaction.atomic
def pay(claims, by, paid_on, how):
    """Write down that these claims were paid on a day, all or none, and write to the claimants. Raises Refused."""
    claims = list(claims)
    if not claims:
        raise moves.Refused(CHOOSE)
    for claim in claims:
        claim.pay(by, paid_on, how)
        tell(claim)
    return len(claims)


def why_no_list(cycle, person):
    """Why this person cannot make a list for the pay office now, as a sentence; empty when they can."""
    if not cycle.standing_of(person).runs:
        return NOT_AN_OFFICER
    return "" if Claim.objects.of_cycle(cycle).for_payroll().exists() else NOTHING_TO_LIST


@transaction.atomic
def make_list(cycle, by):
    """Put every approved claim that was on no list onto a new one. Returns the PayrollList. Raises Refused."""
    type(cycle).objects.select_for_update().get(pk=cycle.pk)
    if sentence := why_no_list(cycle, by):
        raise moves.Refused(sentence)
    last = PayrollList.objects.filter(cycle=cycle).aggregate(last=Max("number"))["last"] or 0
    new = PayrollList.objects.create(cycle=cycle, number=last + 1, made_by=by)
    keys = list(Claim.objects.of_cycle(cycle).for_payroll().values_list("pk", flat=True))
    Claim.objects.filter(pk__in=keys).update(payroll=new)
    return new


def claims_on(payroll):
    """What a list for the pay office holds, in the order in which it was claimed; `has_changed` since it was made."""
    verbs = [verb.slug for verb in (NO_FEE, OBJECTED, WITHDRAWN)]
    later = ClaimStep.objects.filter(claim=OuterRef("pk"), verb__in=verbs, at__gt=payroll.made_at)
    rows = Claim.objects.of_cycle(payroll.cycle).filter(payroll=payroll).annotate(has_changed=Exists(later))
    return rows.order_by("pk").prefetch_related("lines")


def sums_of(claim):
    """(fee, costs) that were approved, in pounds; reads the prefetched lines."""
    fee = sum((line.approved or Decimal(0) for line in claim.lines.all() if line.sort == "fee"), Decimal(0))
    return fee, claim.total("approved") - fee
