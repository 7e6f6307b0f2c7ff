"""What was said and what came of it."""

from .answer import Answer
from .contribution import Contribution

__all__ = ["Answer", "Contribution"]
