"""What was said and what came of it, how people place what the authority says of itself, and what each has read."""

from .answer import Answer
from .attachment import Attachment
from .changed import Original, Wording
from .contribution import Contribution
from .moderated import Hiding, Holding
from .placing import Placing, Tally
from .seen import Seen

__all__ = [
    "Answer",
    "Attachment",
    "Contribution",
    "Hiding",
    "Holding",
    "Original",
    "Placing",
    "Seen",
    "Tally",
    "Wording",
]
