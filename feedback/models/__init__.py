"""What was said and what came of it, how people place what the authority says of itself, what each has read or got."""

from .answer import Answer
from .contribution import Contribution
from .conversation import Conversation, Objection
from .draft import AnswerDraft
from .placing import Placing, Tally
from .seen import Seen
from .telling import Mentioned, Morning, ToldUpTo

__all__ = [
    "Answer",
    "AnswerDraft",
    "Contribution",
    "Conversation",
    "Mentioned",
    "Morning",
    "Objection",
    "Placing",
    "Seen",
    "Tally",
    "ToldUpTo",
]
