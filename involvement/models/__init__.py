"""Purpose, role and limits, agreed; signatures; the stance; challenges; meetings; payment and training."""

from .agenda import AgendaItem, Paper
from .agreement import Agreement
from .allocation import Allocation
from .attendance import Attendance
from .barrier import Barrier
from .barrier_step import BarrierStep
from .challenge import Challenge
from .champion import Champion
from .claim import Claim
from .claim_parts import ClaimLine, ClaimStep, PayrollList, Receipt
from .debrief import Debrief
from .direct_funding import DirectFunding
from .easing import Easing
from .farewell import Farewell
from .how_found import HowFound
from .load_share import LoadShare
from .loyalty import Loyalty
from .minutes import MinutesWord
from .need_seen_to import NeedSeenTo
from .offer import Offer
from .offer_answer import OfferAnswer
from .outcome import Action, Taken
from .outreach import Outreach
from .override import Override
from .party import Party
from .rates import Rates
from .readiness import Readiness
from .session import Session
from .signature import Signature
from .spending import Spending
from .stance import Stance
from .talk import Talk
from .target import Target
from .training import Training, TrainingPlace, TrainingPlan
from .training_wish import TrainingWish
from .trust import Trust, TrustCount
from .withdrawal import Withdrawal

__all__ = [
    "Action",
    "AgendaItem",
    "Agreement",
    "Allocation",
    "Attendance",
    "Barrier",
    "BarrierStep",
    "Challenge",
    "Champion",
    "Claim",
    "ClaimLine",
    "ClaimStep",
    "Debrief",
    "DirectFunding",
    "Easing",
    "Farewell",
    "HowFound",
    "LoadShare",
    "Loyalty",
    "MinutesWord",
    "NeedSeenTo",
    "Offer",
    "OfferAnswer",
    "Outreach",
    "Override",
    "Paper",
    "Party",
    "PayrollList",
    "Rates",
    "Readiness",
    "Receipt",
    "Session",
    "Signature",
    "Spending",
    "Stance",
    "Taken",
    "Talk",
    "Target",
    "Training",
    "TrainingPlace",
    "TrainingPlan",
    "TrainingWish",
    "Trust",
    "TrustCount",
    "Withdrawal",
]
