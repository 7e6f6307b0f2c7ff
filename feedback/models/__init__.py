"""What was said and what came of it, how people place what the authority says of itself, and what each has read."""

from .answer import Answer
from .contribution import Contribution
from .conversation import Conversation, Objection
from .draft import AnswerDraft
from .placing import Placing, Tally
from .seen import Seen

__all__ = ["Answer", "AnswerDraft", "Contribution", "Conversation", "Objection", "Placing", "Seen", "Tally"]
