"""Purpose, role and limits, agreed: the agreement, its parties, their signatures, and the way around it."""

from .agreement import Agreement
from .override import Override
from .party import Party
from .signature import Signature

__all__ = ["Agreement", "Override", "Party", "Signature"]
