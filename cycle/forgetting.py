"""Taking a person out of a cycle without breaking its ledger: places end, and lines that name the person are emptied.

The seal of a line covers a salted digest of its words, so it holds when words and salt go together (cycle/chain.py).
"""

import json

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Person

from . import ledger
from .models import Cycle, Event, LegalHold, Participant, Seat
from .models.cycle import LEFT, UNSEATED
from .words import Verb

FORGOTTEN = Verb("person forgotten", _("took somebody’s name out of the record of"))
ON_PANEL = _("You sit on the panel of “%(tender)s”, which is not decided yet. Ask an officer to end that first.")
LEAD_FIRST = _("You are the only one who runs “%(cycle)s”. Give another person a seat first.")
HELD = _("The records of “%(cycle)s” must stay as they are for now. Reason: %(why)s")


def refusal_to_go(person):
    """Why this person cannot be taken out of cycles now, as a sentence; empty when they can."""
    for hold in LegalHold.objects.active().select_related("cycle").order_by("pk"):
        if touches(person, hold.cycle):
            return HELD % {"cycle": hold.cycle, "why": hold.reason}
    panels = person.panel_places.filter(left_at=None).exclude(tender__state="decided").select_related("tender")
    if place := panels.first():
        return ON_PANEL % {"tender": place.tender}
    runs = Seat.objects.active().filter(person=person, role__in=Seat.RUNNERS).select_related("cycle")
    for seat in runs.exclude(cycle__state=Cycle.State.CLOSED).order_by("pk"):
        others = seat.cycle.seats.active().filter(role__in=Seat.RUNNERS).exclude(person=person)
        if not others.exists():
            return LEAD_FIRST % {"cycle": seat.cycle}
    return ""


def touches(person, cycle):
    """Whether this person has or had to do with this cycle."""
    places = Q(person=person) | Q(group__memberships__person=person)
    return (
        Event.objects.filter(cycle=cycle, by=person).exists()
        or cycle.seats.filter(person=person).exists()
        or cycle.participants.filter(places).exists()
    )


def people_held():
    """The numbers of everybody who has to do with a cycle that is held today, as a list."""
    cycles = list(LegalHold.objects.active().values_list("cycle_id", flat=True))
    if not cycles:
        return []
    places = Q(seats__cycle__in=cycles) | Q(participations__cycle__in=cycles)
    places |= Q(memberships__group__participations__cycle__in=cycles)
    acted = Event.objects.filter(cycle__in=cycles, by__isnull=False).values("by")
    return list(Person.objects.filter(places | Q(pk__in=acted)).distinct().values_list("pk", flat=True))


def lock_all():
    """Take the ledger of every cycle, in one order, so that nobody writes while a person is taken out."""
    return list(Cycle.objects.select_for_update().order_by("pk").values_list("pk", flat=True))


def places_of(person):
    """The seats and the parts that this person has in cycles today, as a list."""
    seats = Seat.objects.active().filter(person=person).select_related("cycle")
    parts = Participant.objects.active().filter(person=person).select_related("cycle")
    return [*seats, *parts]


def end_places(person):
    """End these, and write it down by nobody. Call it when the name is gone already. Returns how many."""
    found = places_of(person)
    for place in found:
        place.person = person
        verb = UNSEATED if isinstance(place, Seat) else LEFT
        openness = getattr(place, "openness", "public")
        place.end()
        material = getattr(place, "role", "") == Seat.Role.DECIDER
        ledger.record(verb, place, None, cycle=place.cycle, reach="cycle", material=material, openness=openness)
    return len(found)


def lines_with(needles):
    """The keys of events whose words hold one of these texts, as {key: cycle id}. needles: {text: pattern}."""
    found = {}
    for text, pattern in needles.items():
        rows = Event.objects.filter(payload__icontains=in_json(text)).values_list("pk", "cycle_id", "payload")
        found |= {pk: cycle for pk, cycle, payload in rows.iterator() if pattern.search(_unescaped(payload))}
    return found


def lines_saying(texts, events):
    """The keys of these events that hold one of these texts, as {key: cycle id}. texts: what somebody has said."""
    wanted = [in_json(text) for text in texts if text.strip()]
    rows = events.exclude(payload="").values_list("pk", "cycle_id", "payload")
    return {pk: cycle for pk, cycle, payload in rows.iterator() if any(text in payload for text in wanted)}


def empty(lines):
    """Empty the words of these events, and write in each cycle of how many. lines: {key: cycle id}."""
    keys = list(lines)
    for start in range(0, len(keys), 500):
        Event.objects.filter(pk__in=keys[start : start + 500]).update(payload="", salt="")
    for cycle in Cycle.objects.filter(pk__in=set(lines.values())).order_by("pk"):
        number = sum(each == cycle.pk for each in lines.values())
        ledger.record(FORGOTTEN, cycle, None, cycle=cycle, after={"lines_emptied": number})


def in_json(text):
    """A text as it stands inside a payload."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _unescaped(payload):
    return payload.replace('\\"', '"').replace("\\n", " ")
