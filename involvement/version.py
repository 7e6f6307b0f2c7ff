"""One version of an agreement as a page shows it: its terms, what it changed, and every answer that was given to it."""

from dataclasses import dataclass

from . import terms
from .comparing import Comparison, compare_with_last
from .models import Agreement, Signature


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
    last = {signature.party_id: signature for signature in signatures}
    signed = {pk: _in_short(signature, is_involved) for pk, signature in last.items()}
    return Version(
        agreement=agreement,
        facts=terms.facts(agreement),
        rows=[terms.row(party, signed.get(party.pk, "")) for party in parties],
        levels=terms.levels(parties),
        answers=[terms.said(signature, is_involved) for signature in signatures],
        comparison=compare_with_last(agreement),
    )


def _in_short(signature, is_involved):
    return f"{signature.get_position_display()}: {terms.signed_how(signature, signature.party, is_involved)}"
