"""Leaving a group, saying why or not, to whom one likes (R24, M12)."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.models import Participant

from .membership import end_membership
from .models import Farewell

NO_PLACE = _("You do not belong to this group.")


def leave_group(group, by, words="", told_to=Farewell.Told.CONVENOR):
    """End all places of one's own in a group; words are kept for whom one chose. Returns the Farewell or None.

    Nothing of the words comes into a ledger. Raises Refused.
    """
    places = list(group.memberships.active().filter(person=by).order_by("pk"))
    if not places:
        raise moves.Refused(NO_PLACE)
    with transaction.atomic():
        for place in places:
            end_membership(group, by, place)
        if not words.strip():
            return None
        return Farewell.objects.create(membership=places[0], group=group, told_to=told_to, words=words.strip())


def for_keepers(group):
    """What those who left the group said, for who keeps it; newest first."""
    return Farewell.objects.filter(group=group).select_related("membership__person").order_by("-pk")


def in_cycle(cycle, reader):
    """What people said on leaving groups that took part in this cycle then, as far as this reader may read it.

    Officers read what is for officers, with the name; everybody reads what is for everybody, without one.
    """
    there = Participant.objects.filter(cycle=cycle, group=OuterRef("group"), from_date__lte=OuterRef("left_on"))
    there = there.filter(Q(until_date__isnull=True) | Q(until_date__gte=OuterRef("left_on")))
    told = [Farewell.Told.EVERYONE]
    if cycle.standing_of(reader).runs:
        told.append(Farewell.Told.OFFICERS)
    found = Farewell.objects.filter(Exists(there), told_to__in=told).select_related("group", "membership__person")
    return found.order_by("-pk")
