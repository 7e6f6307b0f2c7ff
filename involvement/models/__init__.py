"""Purpose, role and limits, agreed; their signatures and the way around them; the stance; and challenges."""

from .agenda import AgendaItem, Paper
from .agreement import Agreement
from .attendance import Attendance
from .challenge import Challenge
from .debrief import Debrief
from .direct_funding import DirectFunding
from .loyalty import Loyalty
from .minutes import MinutesWord
from .outcome import Action, Taken
from .override import Override
from .party import Party
from .readiness import Readiness
from .session import Session
from .signature import Signature
from .stance import Stance
from .talk import Talk
from .trust import Trust, TrustCount

__all__ = [
    "Action",
    "AgendaItem",
    "Agreement",
    "Attendance",
    "Challenge",
    "Debrief",
    "DirectFunding",
    "Loyalty",
    "MinutesWord",
    "Override",
    "Paper",
    "Party",
    "Readiness",
    "Session",
    "Signature",
    "Stance",
    "Taken",
    "Talk",
    "Trust",
    "TrustCount",
]
