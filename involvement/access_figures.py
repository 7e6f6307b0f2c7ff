"""How many needs are known to an authority in a year, and how many were seen to at its meetings: for publication (AIS).

Counted is only what people let whoever plans a meeting know. Numbers are told in steps of five, and none below five.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cycle.models import Participant
from cycle.start import authorities_of
from people.models import AccessNeed, Membership
from people.need_list import CATEGORIES, CATEGORY

from .models import Session
from .needs import needs_at_each

STEP = 5


@dataclass(frozen=True)
class AccessFigures:
    """One authority and year: (part of the list, how many needs) pairs, and needs at meetings, seen to and not."""

    year: int
    recorded: list[tuple[str, str]]
    meetings: int
    seen_to: str
    not_seen_to: str


def in_steps(number):
    """A number of needs as it is published: "At least 10", or that there are fewer than five."""
    if number == 0:
        return _("None")
    least = number - number % STEP
    return _("At least %(number)d") % {"number": least} if least else _("Fewer than %(number)d") % {"number": STEP}


def may_read(authority, person):
    """Whether somebody works with these figures: a commissioner of the authority."""
    return authorities_of(person).filter(pk=authority.pk).exists()


def figures_of(authority, year):
    """The AccessFigures of an authority in a year; five queries at any number of rows."""
    parts = Participant.objects.active().filter(cycle__authority=authority)
    places = Membership.objects.active().filter(group__in=parts.exclude(group=None).values("group"))
    alone = parts.exclude(person=None).values("person")
    here = Q(person__in=places.values("person")) | Q(person__in=alone)
    sorts = AccessNeed.objects.for_planning().filter(here).order_by().values_list("sort", flat=True)
    counts = Counter(CATEGORY[sort.split("-")[0]].slug for sort in sorts)
    held = Session.objects.filter(
        stage__cycle__authority=authority, held_on__year=year, held_on__lt=timezone.localdate(), called_off_at=None
    )
    seen, missed = _seen_to(list(held.only("pk")))
    recorded = [(str(part.name), in_steps(counts[part.slug])) for part in CATEGORIES]
    return AccessFigures(year, recorded, held.count(), in_steps(seen), in_steps(missed))


def _seen_to(meetings):
    """How many needs of people were seen to at these meetings, and how many were not."""
    needs = [each for found in needs_at_each(meetings).values() for each in found]
    seen = sum(each.number for each in needs if each.seen_to)
    return seen, sum(each.number for each in needs) - seen
