"""What was said and what came of it, and how people place what the authority says of itself."""

from .answer import Answer
from .contribution import Contribution
from .placing import Placing, Tally

__all__ = ["Answer", "Contribution", "Placing", "Tally"]
