"""What was said and what came of it, how people place what the authority says of itself, and what each has read."""

from .answer import Answer
from .contribution import Contribution
from .placing import Placing, Tally
from .seen import Seen
from .sorting import Coding, Sorting
from .theme import Theme
from .words import Words

__all__ = ["Answer", "Coding", "Contribution", "Placing", "Seen", "Sorting", "Tally", "Theme", "Words"]
