"""What is due in a cycle: what waits for an answer, the most overdue first, and whose it is (R82)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cycle.officers import officers_of
from people.paging import SIZE

from .counting import AtMost, at_most, in_words
from .models import Contribution

GONE = "gone"  # stands for everybody who no longer runs the cycle


@dataclass(frozen=True)
class Due:
    """One contribution that waits, under the name that the reader knows its giver by."""

    contribution: Contribution
    name: str

    @property
    def owner(self):
        return self.contribution.owner.name if self.contribution.owner else ""


@dataclass(frozen=True)
class DuePage:
    """A page of what is due; `more` is the key to go on with, empty at the end."""

    rows: list[Due]
    more: str
    is_first: bool


@dataclass(frozen=True)
class Owner:
    """How much waits for one officer, in words, and how much of it is overdue. key: as the page is asked for it."""

    key: str
    name: str
    waiting: str
    overdue: str


def due_of(cycle, reader, owner="", after=None):
    """The DuePage of a cycle: by day and then in the order in which it was said.

    owner: the key of an Owner, or empty for all. after: the key that the page before gave. Three queries.
    """
    rows = _owned(Contribution.objects.in_cycle(cycle).unanswered(), cycle, owner)
    start = _key(after)
    if start:
        day, pk = start
        rows = rows.filter(Q(due_on__gte=day) & (Q(due_on__gt=day) | Q(pk__gt=pk)))
    related = rows.select_related("participant", "given_by", "entered_by", "owner", "stage")
    found = list(related.order_by("due_on", "pk")[: SIZE + 1])
    shown = found[:SIZE]
    for each in shown:
        each.cycle = each.stage.cycle = cycle
    more = f"{shown[-1].due_on}.{shown[-1].pk}" if len(found) > SIZE else ""
    return DuePage([Due(each, each.name_for(reader)) for each in shown], more, start is None)


def owners_of(cycle):
    """An Owner for each officer, and one for what belongs to nobody who runs the cycle now; two queries."""
    mine = Contribution.objects.filter(cycle=cycle, owner=OuterRef("pk"))
    people = officers_of(cycle).annotate(waiting=AtMost(mine.unanswered()), late=AtMost(mine.overdue()))
    found = [Owner(str(each.pk), each.name, in_words(each.waiting), in_words(each.late)) for each in people]
    left = _owned(Contribution.objects.in_cycle(cycle).unanswered(), cycle, GONE)
    if count := at_most(left):
        name = _("Nobody who runs this cycle now")
        found.append(Owner(GONE, name, in_words(count), in_words(at_most(left.overdue()))))
    return found


def overdue_in_words(count):
    """ "3 answers are overdue", as everybody reads it; empty for none. count: as `at_most` gives it."""
    if not count:
        return ""
    return _("1 answer is overdue") if count == 1 else _("%(count)s answers are overdue") % {"count": in_words(count)}


def group_of(day):
    """Under which heading a day stands."""
    today = timezone.localdate()
    if day < today:
        return _("Overdue")
    return _("Due in the next seven days") if (day - today).days <= 7 else _("Due later")


def _owned(rows, cycle, owner):
    if owner == GONE:
        return rows.exclude(owner__in=officers_of(cycle).order_by().values("pk"))
    return rows.filter(owner=int(owner)) if owner.isdecimal() and len(owner) < 19 else rows


def _key(after):
    """The (date, number) of a key from an address; None when it makes no sense."""
    day, _dot, pk = (after or "").partition(".")
    try:
        return (date.fromisoformat(day), int(pk)) if pk.isdecimal() and len(pk) < 19 else None
    except ValueError:
        return None
