"""Ending somebody's part in a cycle: the agreements in which they are a party have to be looked at again (R10, R24)."""

from cycle import ledger
from cycle.models import Stage

from .models import Party
from .models.party import GONE


def end_part(cycle, by, participant, reason=""):
    """End the part of a group, body or person from today on, in the cycle and in its agreements. Raises Refused."""
    with ledger.writing(cycle):
        cycle.end_part(by, participant, reason)
        for party in standing_parties(participant):
            ledger.record(
                GONE, party, by, cycle=cycle, stage=party.agreement.round.stage, material=True, reason=reason,
                openness=participant.openness,
            )  # fmt: skip


def standing_parties(participant):
    """What this participant is in the agreements that stand in stages under way now, as a list of Party."""
    under_way = Stage.objects.filter(cycle=participant.cycle_id).under_way()
    return list(Party.objects.standing_in(under_way).filter(participant=participant))
