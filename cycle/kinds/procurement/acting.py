"""Who may do something with what belongs to a tender, and the sentence for everybody else."""

from ...models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER


def why_not_officer(bid, person):
    """Why this person does nothing with a bid, as a sentence; empty for those who run an open cycle."""
    if not bid.stage.cycle.standing_of(person).runs:
        return NOT_AN_OFFICER
    return CYCLE_CLOSED if bid.stage.cycle.is_closed else ""
