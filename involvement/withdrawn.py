"""Who left or paused, as one reader may have it (R24)."""

from dataclasses import dataclass

from . import withdrawing
from .models import Withdrawal


@dataclass(frozen=True)
class Told:
    """One withdrawal for one reader. name: of the one who said it, or whom they come from; knows: reads the words."""

    made: Withdrawal
    name: str
    knows: bool
    may_come_back: bool = False
    may_reply: bool = False


def told(rows, reader, cycle):
    """The Tolds of these withdrawals of one cycle, fetched with `for_list`."""
    standing, found = cycle.standing_of(reader), []
    for made in rows:
        made.cycle = made.participant.cycle = cycle
        if made.stage_id:
            made.stage.cycle = cycle
        is_own = made.participant_id in standing.belongs_to
        name = made.given_by.name if standing.is_involved else made.participant.somebody
        may_back = made.is_on and not withdrawing.refusal_to_come_back(made, reader)
        may_reply = not withdrawing.refusal_to_reply(made, reader)
        found.append(Told(made, name, is_own or standing.may_read(made.openness), may_back, may_reply))
    return found
