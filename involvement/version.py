"""One version of an agreement as a page shows it: its terms, what it changed, and every answer that was given to it."""

from dataclasses import dataclass

from . import terms
from .comparing import Comparison, compare_with_last
from .models import Agreement, Signature
from .status import PartyStatus, latest_of


@dataclass(frozen=True)
class Version:
    """What the page of one version holds for one reader."""

    agreement: Agreement
    facts: list
    rows: list
    levels: list
    answers: list
    comparison: Comparison | None


def version_for(agreement, person):
    """The Version of an agreement for this person; a fixed number of queries."""
    is_involved = agreement.ledger_cycle.standing_of(person).is_involved
    parties = terms.in_order(agreement.parties.select_related("participant"))
    signatures = list(Signature.objects.to_version(agreement))
    statuses = [PartyStatus(party, latest_of(party, signatures)) for party in parties]
    return Version(
        agreement=agreement,
        facts=terms.facts(agreement),
        rows=[_row(status, is_involved) for status in statuses],
        levels=terms.levels(parties),
        answers=[terms.said(signature, is_involved) for signature in signatures],
        comparison=compare_with_last(agreement),
    )


def _row(status, is_involved):
    """The Row of a party with what it said last."""
    if status.signature is None:
        return terms.row(status.party)
    position = status.signature.get_position_display()
    signed = f"{position}: {terms.signed_how(status.signature, status.party, is_involved)}"
    return terms.row(status.party, signed, has_agreed=status.has_agreed)
