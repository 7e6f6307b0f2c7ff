"""What is owed for what is said in a stage now: by whom and by when an answer, and whether somebody reads it first."""

from dataclasses import dataclass

from cycle.due import add_working_days
from cycle.models import Seat
from cycle.officers import is_officer
from involvement.models import Agreement
from involvement.status import status_of
from people.models import Person

from .moderated import Holding

USUAL_DAYS = 15  # working days until an answer, where no agreement says otherwise


@dataclass(frozen=True)
class Owing:
    """owner: who answers, or None. agreement: the one in force, or None. days: working ones. state: of what is new."""

    owner: Person | None
    agreement: Agreement | None
    days: int
    state: str

    def due_on(self, day):
        """By when an answer is owed to what was said on this day."""
        return add_working_days(day, self.days)


def owing_in(stage):
    """The Owing of a stage as of now: who answers and in how many days is agreed, or the lead's in the usual ones."""
    status = status_of(stage)
    days = status.agreement.answer_days if status.agreement else USUAL_DAYS
    state = "held" if Holding.objects.now(stage) else "waits"
    return Owing(_owner(stage.cycle, status.agreement), status.agreement if status.is_in_force else None, days, state)


def _owner(cycle, agreement):
    """Who answers: the officer whom the agreement names, or without one the lead of the cycle, today."""
    if agreement and is_officer(agreement.answered_by, cycle):
        return agreement.answered_by
    lead = Seat.objects.active().filter(cycle=cycle, role=Seat.Role.LEAD).order_by("pk").first()
    return lead.person if lead else None
