"""The hats: for whom somebody is in a cycle, so that nobody has to guess with which authority they act (R16)."""

from collections import defaultdict

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from people.models import Membership

from .models import Participant, Seat

# What a role is called beside the name of a group: "for Meals Voice (representative)".
IN_A_GROUP = {
    "member": pgettext_lazy("part in a group", "member"),
    "representative": pgettext_lazy("part in a group", "representative"),
    "chair": pgettext_lazy("part in a group", "chair"),
    "secretary": pgettext_lazy("part in a group", "secretary"),
    "treasurer": pgettext_lazy("part in a group", "treasurer"),
    "convenor": pgettext_lazy("part in a group", "convenor"),
}
WITH_A_SEAT = {
    "lead": pgettext_lazy("seat", "as the lead commissioner"),
    "officer": pgettext_lazy("seat", "as an officer"),
    "decider": pgettext_lazy("seat", "as somebody who decides"),
}


def hats_of(person, cycle):
    """Each hat that this person wears in this cycle today, in words: "for Meals Voice (member)", "as an officer".

    Two queries for somebody who takes part, none for others.
    """
    standing = cycle.standing_of(person)
    found = [str(WITH_A_SEAT[role]) for role in Seat.Role.values if role in standing.roles]
    if not standing.belongs_to:
        return found
    parts = Participant.objects.filter(pk__in=standing.belongs_to).exclude(standing__in=Participant.BY_SEAT)
    roles = defaultdict(list)
    places = Membership.objects.active().filter(person=person, group__isnull=False).order_by("pk")
    for group, role in places.values_list("group_id", "role"):
        roles[group].append(str(IN_A_GROUP[role]))
    return [_for_whom(part, roles) for part in parts.order_by("pk")] + found


def _for_whom(part, roles):
    if part.person_id:
        return _("for yourself")
    if part.group_id:
        return _("for %(name)s (%(roles)s)") % {"name": part.name, "roles": ", ".join(roles[part.group_id])}
    return _("for %(name)s") % {"name": part.name}


def hats_in_words(person, cycle):
    """All of them in a sentence; empty for somebody who takes no part."""
    hats = hats_of(person, cycle)
    return _("You are here %(hats)s.") % {"hats": get_text_list(hats, _("and"))} if hats else ""
