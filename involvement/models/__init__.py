"""Purpose, role and limits, agreed; their signatures and the way around them; the stance; and challenges."""

from .agenda import AgendaItem, Paper
from .agreement import Agreement
from .attendance import Attendance
from .challenge import Challenge
from .debrief import Debrief
from .how_found import HowFound
from .minutes import MinutesWord
from .need_seen_to import NeedSeenTo
from .outcome import Action, Taken
from .outreach import Outreach
from .override import Override
from .party import Party
from .readiness import Readiness
from .session import Session
from .signature import Signature
from .stance import Stance
from .talk import Talk
from .target import Target

__all__ = [
    "Action",
    "AgendaItem",
    "Agreement",
    "Attendance",
    "Challenge",
    "Debrief",
    "HowFound",
    "MinutesWord",
    "NeedSeenTo",
    "Outreach",
    "Override",
    "Paper",
    "Party",
    "Readiness",
    "Session",
    "Signature",
    "Stance",
    "Taken",
    "Talk",
    "Target",
]
