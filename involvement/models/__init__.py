"""Purpose, role and limits, agreed: the agreement, its parties, their signatures, the way around it; and the stance."""

from .agreement import Agreement
from .override import Override
from .party import Party
from .signature import Signature
from .stance import Stance

__all__ = ["Agreement", "Override", "Party", "Signature", "Stance"]
