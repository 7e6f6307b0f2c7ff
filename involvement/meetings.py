"""The meetings of a stage or of a whole cycle as a list: those that come, and those that were (R25)."""

from django.db.models import Count, Q
from django.utils import timezone

from people.paging import SIZE, Page

from .models import Session

COMING, PAST = "coming", "past"


def listed(reader, cycle, stage=None):
    """The meetings that this reader may know of, with how many are asked (`asked`) and come or came (`there`)."""
    rows = Session.objects.in_stage(stage) if stage else Session.objects.in_cycle(cycle)
    came = Q(attendances__came=True) | Q(attendances__came=None, attendances__answer="comes")
    return rows.visible_to(reader, cycle).annotate(
        asked=Count("attendances", filter=~Q(attendances__answer="unasked")), there=Count("attendances", filter=came)
    )


def page_of_meetings(rows, which, after=None, size=SIZE):
    """A Page of these meetings by day. which: COMING, the next one first, or PAST, the newest first.

    after: the id of the meeting that the page goes on from, as text; anything else gives the top.
    """
    today, is_past = timezone.localdate(), which == PAST
    rows = rows.filter(held_on__lt=today) if is_past else rows.filter(held_on__gte=today)
    key = int(after) if after and str(after).isdecimal() and len(str(after)) < 19 else None
    start = Session.objects.filter(pk=key).values_list("held_on", flat=True).first() if key else None
    if start is not None:
        way = "lt" if is_past else "gt"
        rows = rows.filter(Q(**{f"held_on__{way}": start}) | Q(**{"held_on": start, f"pk__{way}": key}))
    order = ("-held_on", "-pk") if is_past else ("held_on", "pk")
    found = list(rows.order_by(*order)[: size + 1])
    return Page(found[:size], found[size - 1].pk if len(found) > size else None, start is None)
