"""Purpose, role and limits, agreed; their signatures and the way around them; the stance; and challenges."""

from .agreement import Agreement
from .allocation import Allocation
from .attendance import Attendance
from .challenge import Challenge
from .direct_funding import DirectFunding
from .loyalty import Loyalty
from .override import Override
from .party import Party
from .readiness import Readiness
from .session import Session
from .signature import Signature
from .spending import Spending
from .stance import Stance
from .trust import Trust, TrustCount

__all__ = [
    "Agreement",
    "Allocation",
    "Attendance",
    "Challenge",
    "DirectFunding",
    "Loyalty",
    "Override",
    "Party",
    "Readiness",
    "Session",
    "Signature",
    "Spending",
    "Stance",
    "Trust",
    "TrustCount",
]
