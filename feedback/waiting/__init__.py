"""What waits for a person, and why: read from agreements, contributions, answers and records each time, never stored.

Each sort has its file here; the number of queries is the same for one cycle and for a hundred.
"""

from dataclasses import replace

from cycle.models import Stage

from .agreements import agreements
from .answers import to_answer, to_ask, to_judge
from .bringing import to_bring_back, to_hand_out
from .by_a_day import to_be_heard, to_do_by_a_day
from .challenges import to_read, to_reply
from .control import to_reassess
from .debates import to_debate
from .decisions import to_read_before
from .drafts import to_second_read
from .exercises import to_rank
from .handovers import to_receive
from .inheriting import to_take_or_leave
from .looking import to_be_told, to_hear, to_look_at
from .meetings import to_come_or_confirm, to_do_after_meetings, to_look_back_on_meetings
from .needs import to_check_needs, to_see_to_needs
from .panels import to_judge_bids
from .promises import to_ask_if_kept, to_keep, to_say_if_kept
from .ratings import to_rate
from .reviews import to_review
from .row import Waiting

__all__ = ["Waiting", "waiting_for"]

# Each takes the person, the stages of their cycles by id and the AgreementStatuses that are known already by stage id,
# and yields Waitings. A source whose cycles are all closed or not the person's asks the database nothing.
SOURCES = (
    agreements, to_rank, to_judge_bids, to_read_before, to_take_or_leave, to_reassess, to_receive, to_look_at,
    to_second_read, to_answer, to_judge, to_ask, to_bring_back, to_hand_out, to_review, to_reply, to_read, to_keep,
    to_say_if_kept, to_ask_if_kept, to_hear, to_be_told, to_do_by_a_day, to_be_heard, to_rate, to_debate,
    to_check_needs, to_see_to_needs,
    to_come_or_confirm, to_do_after_meetings, to_look_back_on_meetings,
)  # fmt: skip


def waiting_for(person, cycles, statuses=None):
    """The list of Waiting for this person in these cycles, the most pressing first.

    cycles: a list of Cycle that know the person's standing already (`learn_standings`). statuses: the AgreementStatus
    by each Stage of these cycles, where the page has asked for them already.
    """
    if not cycles or not person.is_authenticated:
        return []
    stages = {stage.pk: stage for stage in statuses} if statuses else _stages(cycles)
    known = {stage.pk: status for stage, status in (statuses or {}).items()}
    found = [waiting for source in SOURCES for waiting in source(person, stages, known)]
    if len(cycles) > 1:
        found = [
            replace(waiting, why=f"{waiting.why} ({waiting.cycle})".strip()) if waiting.cycle else waiting
            for waiting in found
        ]
    return sorted(found, key=lambda waiting: waiting.order)


def _stages(cycles):
    """The stages of these cycles as a dict by id, each with the very cycle that was given."""
    by_id = {cycle.pk: cycle for cycle in cycles}
    stages = list(Stage.objects.filter(cycle__in=cycles))
    for stage in stages:
        stage.cycle = by_id[stage.cycle_id]
    return {stage.pk: stage for stage in stages}
