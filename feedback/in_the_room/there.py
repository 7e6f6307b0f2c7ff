"""Who was in a stage: the people who gave something or came to a meeting, as sets of ids that never leave the house."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Min
from django.utils import timezone

from involvement.models import Attendance
from people.models import Membership

from ..models import Contribution

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class There:
    """Ids of people by the party for which they were there. said: how many things each one gave."""

    asked: dict = field(default_factory=lambda: defaultdict(set))
    came: dict = field(default_factory=lambda: defaultdict(set))
    gave: dict = field(default_factory=lambda: defaultdict(set))
    said: Counter = field(default_factory=Counter)

    @property
    def people(self):
        """Everybody who came or gave something."""
        return set().union(*self.came.values(), *self.gave.values())


def there_in(stage):
    """The There of a stage; two queries. What was taken back or kept out counts for nobody."""
    found = There()
    rows = Attendance.objects.filter(session__stage=stage, session__called_off_at=None)
    for party, person, answer, came in rows.values_list("participant_id", "person_id", "answer", "came"):
        if answer != Attendance.Answer.UNASKED:
            found.asked[party].add(person)
        if came:
            found.came[party].add(person)
    for party, person, number in _given_in(Contribution.objects.filter(stage=stage)).by_giver():
        found.gave[party].add(person)
        found.said[person] += number
    return found


def _given_in(rows):
    state = Contribution.State
    return rows.filter(state__in=[state.WAITS, state.ANSWERED], given_by__isnull=False)


def of_earlier_cycles(stage, people):
    """Those of these people who gave something or came in another cycle before this one began, and in how many cycles
    each one ever did: (set of ids, id -> number); two queries."""
    cycle, began = stage.cycle, timezone.localtime(stage.cycle.started_at).date()
    given = _given_in(Contribution.objects.filter(given_by__in=people)).order_by()
    came = Attendance.objects.filter(person__in=people, came=True).order_by()
    pairs = set(given.values_list("given_by", "cycle", "given_on"))
    pairs |= set(came.values_list("person", "session__stage__cycle", "session__held_on"))
    earlier = {person for person, where, day in pairs if where != cycle.pk and day < began}
    cycles = defaultdict(set)
    for person, where, _day in pairs:
        cycles[person].add(where)
    return earlier, {person: len(where) for person, where in cycles.items()}


def years_in_groups(people):
    """For how long these people have belonged to a group: id -> timedelta, of those who do; one query."""
    rows = Membership.objects.filter(person__in=people, group__isnull=False).order_by()
    today = timezone.localdate()
    first = rows.values("person").annotate(first=Min("from_date")).values_list("person", "first")
    return {person: today - day for person, day in first}
