"""Purpose, role and limits, agreed; their signatures and the way around them; the stance; and challenges."""

from .agreement import Agreement
from .attendance import Attendance
from .challenge import Challenge
from .how_found import HowFound
from .need_seen_to import NeedSeenTo
from .outreach import Outreach
from .override import Override
from .party import Party
from .readiness import Readiness
from .session import Session
from .signature import Signature
from .stance import Stance
from .target import Target

__all__ = [
    "Agreement",
    "Attendance",
    "Challenge",
    "HowFound",
    "NeedSeenTo",
    "Outreach",
    "Override",
    "Party",
    "Readiness",
    "Session",
    "Signature",
    "Stance",
    "Target",
]
