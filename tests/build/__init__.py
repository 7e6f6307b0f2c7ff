"""Plain builder functions: they make people and things to act on through the same verbs that the pages call.

A cycle remembers what a person may do in it while it is loaded: whoever changes memberships later loads it `afresh`.
"""

from .agreements import (
    TERMS,
    WORDS,
    agreement_in_force,
    begin,
    draft,
    opened,
    proposed,
    readiness,
    signed,
    signer,
    stage,
)
from .company import Cast, cast
from .cycles import admit, afresh, commissioners, cycle, lead, participant, users
from .debates import asked_why, common_view, debate, ended, opposed, position, stands
from .exercises import agreed_list, ballot, exercise, on_paper, open_exercise
from .handing import handover
from .line import challenge, in_part, reply
from .meeting import action, agenda_item, asked, comes, debrief, meeting_paper, officers_talk, taken
from .needs import needs
from .paper import batch, session
from .people import authority, commissioner, employed, group, member, person, provider
from .promises import concluded, late_promise, promise, promise_verdict
from .records import (
    SPECIAL,
    budget_cut,
    change_of_control,
    defined,
    looked_back,
    record,
    record_values,
    turned,
    value_for,
    withheld,
)
from .stances import members, placed, rated, seats, stance
from .talk import answer, answer_draft, contribution, conversation
from .target import target
from .themes import theme

__all__ = [
    "SPECIAL",
    "TERMS",
    "WORDS",
    "Cast",
    "action",
    "admit",
    "afresh",
    "agenda_item",
    "agreed_list",
    "agreement_in_force",
    "answer",
    "answer_draft",
    "asked",
    "asked_why",
    "authority",
    "ballot",
    "batch",
    "begin",
    "budget_cut",
    "cast",
    "challenge",
    "change_of_control",
    "comes",
    "commissioner",
    "commissioners",
    "common_view",
    "concluded",
    "contribution",
    "conversation",
    "cycle",
    "debate",
    "debrief",
    "defined",
    "draft",
    "employed",
    "ended",
    "exercise",
    "group",
    "handover",
    "in_part",
    "late_promise",
    "lead",
    "looked_back",
    "meeting_paper",
    "member",
    "members",
    "needs",
    "officers_talk",
    "on_paper",
    "open_exercise",
    "opened",
    "opposed",
    "participant",
    "person",
    "placed",
    "position",
    "promise",
    "promise_verdict",
    "proposed",
    "provider",
    "rated",
    "readiness",
    "record",
    "record_values",
    "reply",
    "seats",
    "session",
    "signed",
    "signer",
    "stage",
    "stance",
    "stands",
    "taken",
    "target",
    "theme",
    "turned",
    "users",
    "value_for",
    "withheld",
]
