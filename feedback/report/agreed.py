"""The agreement of the current round, as a report prints it: its terms, its parties, what each of them said."""

from dataclasses import dataclass

from cycle.models import Participant, Seat
from cycle.snapshot import facts_of, label_of
from involvement.models import Agreement, Party
from involvement.status import PartyStatus, latest_of

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
        given = [each.signature for each in signatures]
        parties = [PartyStatus(party, latest_of(party, given)) for party in _parties(agreement)]
    if agreement is None:
        return None
    in_order = sorted(parties, key=lambda each: place_of(each.party.participant))
    terms = [PartyTerms(each, _facts(each), _signers(each, names)) for each in in_order]
    return Terms(agreement, facts_of(agreement, Agreement.TEXT_FIELDS), terms, agreement == status.agreement)


def _facts(status):
    """The terms of a party; what it carries is said of it only when it has said yes to that (R17)."""
    party = status.party
    level = [(label_of(Party, "level"), party.level_for(has_agreed=status.has_agreed))]
    before, after = PARTY_FIELDS[: PARTY_FIELDS.index("level")], PARTY_FIELDS[PARTY_FIELDS.index("level") + 1 :]
    return facts_of(party, before) + level + facts_of(party, after)


def _signers(status, names):
    """Who said its last word, under the names that their reader may see."""
    if status.signature is None:
        return ""
    shown = [status.signature] if status.has_declined else status.agreeing[: status.party.signatures_needed]
    return ", ".join(filter(None, (names.of(each.signed_by) for each in reversed(shown))))


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
