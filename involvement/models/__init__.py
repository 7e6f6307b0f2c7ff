"""Purpose, role and limits, agreed; their signatures and the way around them; the stance; and challenges."""

from .agreement import Agreement
from .attendance import Attendance
from .challenge import Challenge
from .direct_funding import DirectFunding
from .loyalty import Loyalty
from .override import Override
from .party import Party
from .readiness import Readiness
from .session import Session
from .signature import Signature
from .stance import Stance
from .trust import Trust, TrustCount

__all__ = [
    "Agreement",
    "Attendance",
    "Challenge",
    "DirectFunding",
    "Loyalty",
    "Override",
    "Party",
    "Readiness",
    "Session",
    "Signature",
    "Stance",
    "Trust",
    "TrustCount",
]
