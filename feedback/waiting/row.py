"""One thing that waits for somebody."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: a sentence that is a link, by when (or None), and why it waits for this person.

    in_mail: the sentence for a letter, where the other one tells words that are not open to everybody.
    """

    sentence: str
    url: str
    cycle: str
    due: date | None = None
    why: str = ""
    in_mail: str = ""

    @property
    def order(self):
        """Sorts what is due first to the top, and what has no day to the end."""
        return (self.due is None, self.due or date.max)
