"""Purpose, role and limits, agreed; their signatures and the way around them; the stance; and challenges."""

from .agreement import Agreement
from .attendance import Attendance
from .barrier import Barrier
from .barrier_step import BarrierStep
from .challenge import Challenge
from .easing import Easing
from .farewell import Farewell
from .load_share import LoadShare
from .override import Override
from .party import Party
from .readiness import Readiness
from .session import Session
from .signature import Signature
from .stance import Stance
from .withdrawal import Withdrawal

__all__ = [
    "Agreement",
    "Attendance",
    "Barrier",
    "BarrierStep",
    "Challenge",
    "Easing",
    "Farewell",
    "LoadShare",
    "Override",
    "Party",
    "Readiness",
    "Session",
    "Signature",
    "Stance",
    "Withdrawal",
]
