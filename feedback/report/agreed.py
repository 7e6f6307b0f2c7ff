"""The agreement of the current round, as a report prints it: its terms, its parties, what each of them said."""

from dataclasses import dataclass

from cycle.models import Participant, Seat
from cycle.snapshot import facts_of
from involvement.models import Agreement, Party
from involvement.status import PartyStatus

PARTY_FIELDS = tuple(name for name in Party.TERMS if name != "must_sign")


@dataclass(frozen=True)
class PartyTerms:
    """One party: its terms as (label, words) pairs, and its latest signature with the name that its reader may see."""

    status: PartyStatus
    facts: list[tuple[str, str]]
    signed_by: str

    @property
    def name(self):
        return self.status.party.participant.name

    @property
    def standing(self):
        return self.status.party.participant.get_standing_display()

    @property
    def signature(self):
        return self.status.signature


@dataclass(frozen=True)
class Terms:
    """An agreement that was proposed: its words as (label, words) pairs, and its parties."""

    agreement: Agreement
    facts: list[tuple[str, str]]
    parties: list[PartyTerms]
    is_of_this_round: bool


def terms_of(stage, status, signatures, names):
    """The Terms that stand, or while nothing is proposed in this round those of the last one; None when there are none.

    signatures: all that were given in the stage, oldest first, as `past.signatures_of` gives them.
    """
    agreement, parties = status.agreement, status.parties
    if agreement is None:
        agreement = Agreement.objects.in_stage(stage).proposed().last()
        latest = {each.signature.party_id: each.signature for each in signatures}
        parties = [PartyStatus(party, latest.get(party.pk), False) for party in _parties(agreement)]
    if agreement is None:
        return None
    terms = [
        PartyTerms(
            each, facts_of(each.party, PARTY_FIELDS), names.of(each.signature.signed_by) if each.signature else ""
        )
        for each in sorted(parties, key=lambda each: place_of(each.party.participant))
    ]
    return Terms(agreement, facts_of(agreement, Agreement.TEXT_FIELDS), terms, agreement == status.agreement)


def _parties(agreement):
    return agreement.parties.select_related("participant") if agreement else ()


def place_of(participant):
    """Where a participant comes in a list of parties: the users first."""
    return Participant.Standing.values.index(participant.standing), participant.name


class Names:
    """Under which name a reader sees somebody: officers by name, others only when the reader takes part (R71)."""

    def __init__(self, cycle, person):
        self.sees_all = cycle.standing_of(person).is_involved
        self.officers = (
            set() if self.sees_all else set(Seat.objects.filter(cycle=cycle).values_list("person_id", flat=True))
        )

    def of(self, somebody):
        """The name of a person, empty when it is not for this reader."""
        return somebody.name if self.sees_all or somebody.pk in self.officers else ""
