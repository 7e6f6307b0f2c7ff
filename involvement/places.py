"""All the places of one person: groups, organisations, seats and parts, with what one may do in each (R16)."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cycle.models import Participant, Seat
from people.models import Membership

MAY = {
    "member": gettext_lazy("Say things for yourself, and read what is for members."),
    "representative": gettext_lazy("Speak and sign for the group, within your mandate."),
    "chair": gettext_lazy("Speak and sign for the group, and keep its page, its members and its money."),
    "secretary": gettext_lazy("Read what is for members. Those who keep the page can write in what you note."),
    "treasurer": gettext_lazy("Write down the group’s money, and say what the group was told of it."),
    "convenor": gettext_lazy("Keep the group’s page, its members and its money, and put in what members say."),
    "commissioner": gettext_lazy("Start cycles for the authority, and start pages of groups."),
    "councillor": gettext_lazy("What your seats in cycles allow, each for itself."),
    "staff": gettext_lazy("Say things for it, where it takes part."),
    "lead": gettext_lazy("Run the cycle: agreements, answers, who takes part."),
    "officer": gettext_lazy("Run the cycle with its lead: agreements, answers, who takes part."),
    "decider": gettext_lazy("Read everything in the cycle, and decide with the others who do."),
}
ASK = gettext_lazy("To leave, ask those who run the cycle.")
ASK_BODY = gettext_lazy("To leave, write to us.")


@dataclass(frozen=True)
class Place:
    """One place. where, url: what it is in. role, may: as what, and what one may do. leave_url, or leave: how to go."""

    place: object
    where: str
    url: str
    role: str
    may: str
    leave_url: str = ""
    leave: str = ""


def places_of(person):
    """The Places that this person holds today: groups, organisations, then cycles; three queries, and few more."""
    held = Membership.objects.active().filter(person=person).select_related("group", "organisation", "person")
    seats = Seat.objects.active().filter(person=person).select_related("cycle", "person").order_by("cycle_id", "pk")
    parts = Participant.objects.active().filter(person=person).select_related("cycle").order_by("cycle_id", "pk")
    places = sorted(held, key=lambda place: (place.group_id is None, place.pk))
    return [*map(_of_membership, places), *map(_of_seat, seats), *map(_of_part, parts)]


def _of_membership(place):
    role, may = place.get_role_display().split(",")[0], str(MAY[place.role])
    if place.group_id is None:
        return Place(place, place.organisation.name, "", role, may, leave=str(ASK_BODY))
    leave_url = reverse("place_leaving", args=[place.group_id, place.pk])
    return Place(place, place.group.name, place.group.get_absolute_url(), role, may, leave_url=leave_url)


def _of_seat(seat):
    may = f"{MAY[seat.role]} {seat.limits}".strip()
    cycle, role = seat.cycle, seat.get_role_display()
    if seat.role in Seat.RUNNERS and not cycle.is_closed:
        leave_url = reverse("seat_end", args=[cycle.slug, seat.pk])
        return Place(seat, cycle.title, cycle.get_absolute_url(), role, may, leave_url=leave_url)
    return Place(seat, cycle.title, cycle.get_absolute_url(), role, may, leave=str(ASK))


def _of_part(part):
    may = _("Say things for yourself.")
    return Place(part, part.cycle.title, part.cycle.get_absolute_url(), part.name, may, leave=str(ASK))
