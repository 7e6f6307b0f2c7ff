"""What was said and what came of it, how people place what the authority says of itself, and what each has read."""

from .answer import Answer
from .contribution import Contribution
from .imported import Import, ImportFile
from .placing import Placing, Tally
from .seen import Seen

__all__ = ["Answer", "Contribution", "Import", "ImportFile", "Placing", "Seen", "Tally"]
