"""Purpose, role and limits, agreed; their signatures and the way around them; the stance; and challenges."""

from .agreement import Agreement
from .attendance import Attendance
from .challenge import Challenge
from .easing import Easing
from .load_share import LoadShare
from .override import Override
from .party import Party
from .readiness import Readiness
from .session import Session
from .signature import Signature
from .stance import Stance

__all__ = [
    "Agreement",
    "Attendance",
    "Challenge",
    "Easing",
    "LoadShare",
    "Override",
    "Party",
    "Readiness",
    "Session",
    "Signature",
    "Stance",
]
