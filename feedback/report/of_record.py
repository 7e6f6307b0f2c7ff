"""One record that is printed by itself, as its kind puts it together for one reader."""

from dataclasses import dataclass

from django.utils import timezone

from cycle.glance import Printed
from cycle.models import Stage
from cycle.standing import Standing

from .reader import ForOneReader


@dataclass(frozen=True)
class OfRecord(ForOneReader):
    """What is printed of one record, and for whom."""

    PAPER = "feedback/paper/record.html"

    stage: Stage
    standing: Standing
    printed: Printed

    @property
    def cycle(self):
        return self.stage.cycle

    @property
    def made_on(self):
        """The day that stands in the document's data."""
        return timezone.localdate()
