"""What there is to show that people were asked fairly: the four tests of the courts, each with what was recorded.

The tests are known as Gunning's: asked while all is open, told enough, given time, and really listened to. The page
gathers what is recorded and names what is not. It judges nothing.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cycle.models import Cycle, Event
from cycle.standing import Standing

from ..decisions import Decisions
from ..report.reader import ForOneReader
from . import conscience, formative, reasons, time
from .asked import Test, asked_in


@dataclass(frozen=True)
class Lawful(ForOneReader):
    """The four tests for one cycle and one reader."""

    PAPER = "feedback/lawful/paper.html"

    cycle: Cycle
    standing: Standing
    last_event: Event
    tests: list[Test]

    @property
    def missing(self):
        """How many things are missing in all."""
        return sum(len(test.missing) for test in self.tests)


def lawful_of(cycle, reader):
    """The Lawful of a cycle, with its authority fetched; as many queries at any number of rows."""
    decisions, asked = Decisions(cycle, reader), asked_in(cycle)
    return Lawful(
        cycle=cycle, standing=cycle.standing_of(reader), last_event=cycle.events.get(number=cycle.ledger_length),
        tests=[
            Test(_("1. Were people asked while it could still change?"), *formative.gathered(decisions, asked)),
            Test(_("2. Were they told enough, and why?"), *reasons.gathered(cycle, decisions, asked)),
            Test(_("3. Did they have time?"), *time.gathered(decisions, asked)),
            Test(_("4. Did what they said count?"), *conscience.gathered(decisions, asked)),
        ],
    )  # fmt: skip
