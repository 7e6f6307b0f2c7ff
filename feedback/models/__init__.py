"""What was said and what came of it, how people place what the authority says of itself, and what each has read."""

from .answer import Answer
from .contribution import Contribution
from .letter import Letter
from .placing import Placing, Tally
from .seen import Seen
from .paper_form import Batch, PaperForm

__all__ = ["Answer", "Batch", "Contribution", "Letter", "Placing", "Seen", "PaperForm", "Tally"]
