"""What was said and what came of it, how people place what the authority says of itself, what each has read or got."""

from .answer import Answer
from .attachment import Attachment
from .carrying import Carrying
from .changed import Original, Wording
from .contribution import Contribution
from .conversation import Conversation, Objection
from .debate import Debate
from .debate_common_view import CommonView
from .debate_position import Position
from .debate_question import DebateQuestion
from .debate_stand import Stand
from .draft import AnswerDraft
from .equality import EqualityAnswer, EqualityCell, EqualityCount
from .explanation import Explanation
from .explanation_verdict import ExplanationVerdict
from .imported import Import, ImportFile
from .legacy import Legacy
from .letter import Letter
from .moderated import Hiding, Holding
from .paper_form import Batch, PaperForm
from .placing import Placing, Tally
from .promise import Promise
from .promise_verdict import PromiseVerdict
from .rating import Rating, RatingCount
from .seen import Seen
from .sheet import Sheet
from .sorting import Coding, Sorting
from .telling import Mentioned, Morning, PaperNews, ToldUpTo
from .theme import Theme
from .words import Words

__all__ = [
    "Answer",
    "AnswerDraft",
    "Attachment",
    "Batch",
    "Carrying",
    "Coding",
    "CommonView",
    "Contribution",
    "Conversation",
    "Debate",
    "DebateQuestion",
    "EqualityAnswer",
    "EqualityCell",
    "EqualityCount",
    "Explanation",
    "ExplanationVerdict",
    "Hiding",
    "Holding",
    "Import",
    "ImportFile",
    "Legacy",
    "Letter",
    "Mentioned",
    "Morning",
    "Objection",
    "Original",
    "PaperForm",
    "PaperNews",
    "Placing",
    "Position",
    "Promise",
    "PromiseVerdict",
    "Rating",
    "RatingCount",
    "Seen",
    "Sheet",
    "Sorting",
    "Stand",
    "Tally",
    "Theme",
    "ToldUpTo",
    "Wording",
    "Words",
]
