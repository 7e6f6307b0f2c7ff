"""Purpose, role and limits, agreed; their signatures and the way around them; the stance; and challenges."""

from .agreement import Agreement
from .attendance import Attendance
from .challenge import Challenge
from .need_seen_to import NeedSeenTo
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
    "NeedSeenTo",
    "Override",
    "Party",
    "Readiness",
    "Session",
    "Signature",
    "Stance",
]
