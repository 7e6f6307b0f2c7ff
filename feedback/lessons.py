"""The library of lessons: over cycles, sectors and authorities, for everybody (R87)."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from cycle.models import Cycle
from cycle.models.record import Record

from .inheriting import LESSON
from .models import Legacy

SEARCHED = ("title", "summary", "conditions", "ingredients", "not_to_copy")


@dataclass(frozen=True)
class Learnt:
    """One lesson with the cycles that took it up or left it, as the reader may know of them."""

    lesson: Record
    legacies: list[Legacy] = field(default_factory=list)


def lessons_for(reader, q="", sector="", authority=""):
    """The lessons that this reader may read, of all cycles; a queryset.

    q: words that have to stand in them, all of them. sector, authority: of their cycle, empty for any.
    """
    rows = LESSON.objects.visible_to(reader).select_related("stage__cycle__authority", "withheld_by")
    for word in q.split():
        found = Q()
        for name in SEARCHED:
            found |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(found)
    rows = rows.filter(stage__cycle__sector__iexact=sector) if sector else rows
    return rows.filter(stage__cycle__authority=authority) if authority else rows


def places_of(reader):
    """(sectors, (id, name) of authorities) of which there are lessons that this reader may read; two queries."""
    there = LESSON.objects.visible_to(reader).order_by()
    sectors = sorted(set(there.values_list("stage__cycle__sector", flat=True)), key=str.casefold)
    authorities = set(there.values_list("stage__cycle__authority", "stage__cycle__authority__name"))
    return sectors, sorted(authorities, key=lambda pair: pair[1].casefold())


def learnt(lessons, reader):
    """The Learnt of each of these lessons; two queries at any number."""
    lessons = list(lessons)
    found = defaultdict(list)
    rows = Legacy.objects.of(lessons).select_related("cycle", "stage") if lessons else ()
    known = set(
        Cycle.objects.visible_to(reader).filter(pk__in={row.cycle_id for row in rows}).values_list("pk", flat=True)
    )
    for row in rows:
        if row.cycle_id in known:
            found[row.thing_id].append(row)
    return [Learnt(each, found[each.pk]) for each in lessons]
