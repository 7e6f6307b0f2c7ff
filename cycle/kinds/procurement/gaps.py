"""What the stage ought to have before it is finished: declarations, both reasons, clauses, KPIs (R55, R56, R61)."""

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import ngettext

from . import rules
from .bid import Bid
from .clause import Clause
from .contract import Contract
from .declaration import Declaration
from .panel import PanelMember
from .regimes import Regime


def undeclared(stage):
    """A sentence while somebody on a panel has not said of each bidder whether there are ties, else nothing (R56)."""
    said = Declaration.objects.filter(member=OuterRef("pk"), bid=OuterRef(OuterRef("pk")))
    silent = PanelMember.objects.filter(~Exists(said), tender=OuterRef("tender"), left_at__isnull=True)
    bids = Bid.objects.filter(stage=stage, outcome__in=["received", "chosen", "not chosen"])
    number = bids.filter(Exists(silent)).count()
    if not number:
        return ""
    return ngettext(
        "For %(number)d bid, not everybody on the panel has said whether they have ties to the bidder.",
        "For %(number)d bids, not everybody on the panel has said whether they have ties to the bidder.",
        number,
    ) % {"number": number}


def reasons_missing(stage):
    """A sentence while a bid was decided on and the reason of a side is not there, else nothing (R55)."""
    decided = Bid.objects.filter(stage=stage, outcome__in=["chosen", "not chosen"])
    number = decided.filter(Q(users_reason="") | Q(officers_reason="")).count()
    if not number:
        return ""
    return ngettext(
        "For %(number)d bid that was decided on, the reason of one side is missing.",
        "For %(number)d bids that were decided on, the reason of one side is missing.",
        number,
    ) % {"number": number}


def clauses_missing(stage):
    """A sentence while a contract, or a service in-house, has no duty to ask its users, else nothing (R61)."""
    asking = Clause.objects.filter(contract=OuterRef("pk"), sort=Clause.Sort.FEEDBACK)
    number = Contract.objects.filter(~Exists(asking), stage=stage).count()
    if not number:
        return ""
    return ngettext(
        "%(number)d contract or service in-house has no clause that makes it ask its users.",
        "%(number)d contracts or services in-house have no clause that makes them ask their users.",
        number,
    ) % {"number": number}


def kpis_missing(stage):
    """A sentence while a contract that is worth so much has fewer KPIs than the law asks for, else nothing."""
    counted = Contract.objects.filter(stage=stage, sort=Contract.Sort.CONTRACT, value__isnull=False).select_related(
        "tender"
    )
    kpis = Count("clauses", filter=Q(clauses__sort=Clause.Sort.KPI))
    number = sum(_lacks_kpis(each) for each in counted.annotate(kpis=kpis))
    if not number:
        return ""
    return ngettext(
        "%(number)d contract has fewer KPIs than the law asks for at its value.",
        "%(number)d contracts have fewer KPIs than the law asks for at their value.",
        number,
    ) % {"number": number}


def _lacks_kpis(contract):
    """Whether it has too few KPIs, by the rules of its tender's day; without a tender by the full ones."""
    tender = contract.tender
    found = tender.rules if tender else rules.rules_on(Regime.FULL, contract.starts_on)
    return bool(found and found.needs_kpis(contract.value) and contract.kpis < found.kpis)
