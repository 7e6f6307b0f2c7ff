"""What was said and what came of it, how people place what the authority says of itself, and what each has read."""

from .answer import Answer
from .contribution import Contribution
from .placing import Placing, Tally
from .promise import Promise
from .promise_verdict import PromiseVerdict
from .seen import Seen
from .sheet import Sheet

__all__ = ["Answer", "Contribution", "Placing", "Promise", "PromiseVerdict", "Seen", "Sheet", "Tally"]
