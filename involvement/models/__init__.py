"""Purpose, role and limits, agreed; their signatures and the way around them; the stance; and challenges."""

from .agenda import AgendaItem, Paper
from .agreement import Agreement
from .attendance import Attendance
from .barrier import Barrier
from .barrier_step import BarrierStep
from .challenge import Challenge
from .debrief import Debrief
from .easing import Easing
from .farewell import Farewell
from .load_share import LoadShare
from .minutes import MinutesWord
from .outcome import Action, Taken
from .override import Override
from .party import Party
from .readiness import Readiness
from .session import Session
from .signature import Signature
from .stance import Stance
from .talk import Talk
from .withdrawal import Withdrawal

__all__ = [
    "Action",
    "AgendaItem",
    "Agreement",
    "Attendance",
    "Barrier",
    "BarrierStep",
    "Challenge",
    "Debrief",
    "Easing",
    "Farewell",
    "LoadShare",
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
    "Withdrawal",
]
