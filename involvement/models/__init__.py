"""Purpose, role and limits, agreed; signatures; the stance; challenges; meetings; payment and training."""

from .agreement import Agreement
from .attendance import Attendance
from .challenge import Challenge
from .champion import Champion
from .claim import Claim
from .claim_parts import ClaimLine, ClaimStep, PayrollList, Receipt
from .offer import Offer
from .offer_answer import OfferAnswer
from .override import Override
from .party import Party
from .rates import Rates
from .readiness import Readiness
from .session import Session
from .signature import Signature
from .stance import Stance
from .training import Training, TrainingPlace, TrainingPlan
from .training_wish import TrainingWish

__all__ = [
    "Agreement",
    "Attendance",
    "Challenge",
    "Champion",
    "Claim",
    "ClaimLine",
    "ClaimStep",
    "Offer",
    "OfferAnswer",
    "Override",
    "Party",
    "PayrollList",
    "Rates",
    "Readiness",
    "Receipt",
    "Session",
    "Signature",
    "Stance",
    "Training",
    "TrainingPlace",
    "TrainingPlan",
    "TrainingWish",
]
