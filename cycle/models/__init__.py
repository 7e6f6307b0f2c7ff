"""What is being commissioned, where it stands, and the ledger of it."""

from ..kinds import KINDS
from .cycle import Cycle
from .event import Event
from .handover import HandOver
from .influence_word import InfluenceWord
from .legal_hold import LegalHold
from .participant import Participant
from .reassessment import Reassessment, Survival
from .record import Record
from .round import Round
from .score import Score
from .seat import Seat
from .stage import Stage
from .visit_reply import VisitReply

RECORDS = tuple(model for kind in KINDS.values() for model in kind.records)

__all__ = [
    "KINDS",
    "RECORDS",
    "Cycle",
    "Event",
    "HandOver",
    "InfluenceWord",
    "LegalHold",
    "Participant",
    "Reassessment",
    "Record",
    "Round",
    "Score",
    "Seat",
    "Stage",
    "Survival",
    "VisitReply",
]
