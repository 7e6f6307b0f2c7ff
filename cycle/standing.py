"""What a person is in one cycle: an officer, somebody who takes part, or a reader like anyone else.

This is the policy as a function; `visible_to` on the querysets is the same policy as SQL. Tests hold the two together.
"""

from dataclasses import dataclass

from .models.participant import Participant
from .models.seat import Seat
from .openness import Openness


@dataclass(frozen=True)
class Standing:
    """roles: the person's seats today. belongs_to, speaks_for, keeps: ids of participants."""

    roles: frozenset[str] = frozenset()
    belongs_to: frozenset[int] = frozenset()
    speaks_for: frozenset[int] = frozenset()
    keeps: frozenset[int] = frozenset()

    @property
    def runs(self):
        """Whether they run the cycle for the authority: its lead or another officer."""
        return bool(self.roles & set(Seat.RUNNERS))

    @property
    def sees_withheld(self):
        """Whether withheld things are open to them: everybody who holds a seat."""
        return bool(self.roles)

    @property
    def is_involved(self):
        """Whether they take part, or hold a seat."""
        return bool(self.roles or self.belongs_to)

    def may_read(self, openness):
        """Whether something of this openness is open to them, in a cycle that they can see."""
        if openness == Openness.PUBLIC:
            return True
        return self.is_involved if openness == Openness.INVOLVED else self.sees_withheld


def standing_of(person, cycle):
    """The person's Standing in this cycle today; three queries, none for somebody who is not signed in."""
    if person is None or not person.is_authenticated:
        return Standing()
    roles = frozenset(Seat.objects.active().filter(cycle=cycle, person=person).values_list("role", flat=True))
    rows = Participant.objects.active().filter(cycle=cycle).with_place_of(person)
    return Standing(
        roles=roles,
        belongs_to=frozenset(row.pk for row in rows),
        speaks_for=frozenset(row.pk for row in rows if row.spoken_for or row.standing in Seat.stands_for(roles)),
        keeps=frozenset(row.pk for row in rows if row.kept),
    )
