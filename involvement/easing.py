"""Who has asked for less, as those who ask people may know it: advice before asking, and never a block (R72; c5)."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import Participant
from people.models import Membership

from .models import Easing
from .withdrawing import paused_in

# Among fewer people a number alone would tell who it is, so only those who let it be known are counted.
FEWEST = 5


@dataclass(frozen=True)
class Advice:
    """How many of those who are asked have asked for less or pause. names: of those who let this reader know it."""

    asked: int
    tired: int
    names: list[str] = field(default_factory=list)

    @property
    def sentence(self):
        """The warning in words; empty where there is nothing to say."""
        if not self.tired:
            return ""
        words = ngettext(
            "%(tired)d of the %(asked)d people whom this asks has asked for less.",
            "%(tired)d of the %(asked)d people whom this asks have asked for less.",
            self.tired,
        )
        return words % {"tired": self.tired, "asked": self.asked}

    @property
    def named(self):
        """Who of them lets it be known, as a sentence; empty when nobody does."""
        return _("They let you know: %(names)s.") % {"names": ", ".join(self.names)} if self.names else ""


def members_of(participants):
    """The ids of those who take part in each of these participants, by its id; those who support a group are not meant.

    Two queries at any number: none for the authority's own, who are asked by their seats.
    """
    parts = [part for part in participants if part.standing not in Participant.BY_SEAT]
    held = Membership.objects.active().filter(
        Q(group__in=[part.group_id for part in parts]) | Q(organisation__in=[part.organisation_id for part in parts])
    )
    places = defaultdict(set)
    for group_id, organisation_id, person_id, role in held.values_list(
        "group_id", "organisation_id", "person_id", "role"
    ):
        if role != Membership.Role.CONVENOR:
            places[group_id, organisation_id].add(person_id)
    return {part.pk: {part.person_id} if part.person_id else places[part.group_id, part.organisation_id]
            for part in parts}  # fmt: skip


def easings_among(people, cycles):
    """The Easings in effect of these people (ids) that touch these cycles; one query."""
    found = Easing.objects.in_effect().filter(person__in=people).touching(cycles)
    return list(found.select_related("person").order_by("person__name", "pk"))


def paused_among(people, cycle):
    """The ids of those of these people who are on a pause in this cycle: they are not asked by themselves."""
    found = Easing.objects.in_effect().pauses().filter(person__in=people).touching([cycle])
    return set(found.values_list("person_id", flat=True))


def advice_for(cycle, reader, people, kept=()):
    """The Advice for somebody who asks these people (ids) in this cycle. kept: those of them in groups they keep."""
    found = easings_among(people, [cycle])
    told = {each.person_id: each.person.name for each in found if _may_know(each, cycle, reader, kept)}
    tired = {each.person_id for each in found} if len(set(people)) >= FEWEST else set(told)
    return Advice(len(set(people)), len(tired), list(told.values()))


def advice_on(cycle, reader, participants):
    """The Advice for somebody who asks all who take part in these participants; None for who may not ask them."""
    standing = cycle.standing_of(reader)
    if not standing.runs:
        participants = [part for part in participants if part.pk in standing.keeps]
    members = members_of(participants)
    kept = {pk for part, found in members.items() if part in standing.keeps for pk in found}
    people = {pk for found in members.values() for pk in found}
    return advice_for(cycle, reader, people, kept) if people else None


def _may_know(easing, cycle, reader, kept):
    """Whether this reader may know by name that somebody has asked for less."""
    if easing.told_to == Easing.Told.NOBODY:
        return False
    if easing.person_id in kept:
        return True
    return easing.told_to == Easing.Told.ASKERS and cycle.standing_of(reader).runs


def paused_cycles(person, cycles):
    """The ids of those of these cycles in which nothing is asked of this person now; two queries, none without cycles.

    Nor where all for whom they take part are on a pause themselves.

    Whoever holds a seat in a cycle goes on to see what the authority owes: a pause is for those who are asked.
    """
    asked = [cycle for cycle in cycles if not cycle.standing_of(person).roles]
    if not asked:
        return set()
    resting = paused_in(asked)
    found = set(
        Easing.objects.in_effect().pauses().filter(person=person).touching(asked).values_list("cycle", flat=True)
    )
    return {cycle.pk for cycle in asked if None in found or cycle.pk in found or _all_rest(cycle, person, resting)}


def _all_rest(cycle, person, resting):
    """Whether somebody takes part only for those who are on a pause."""
    parts = cycle.standing_of(person).belongs_to
    return bool(parts) and parts <= resting


def unwritten_cycles(person, cycles):
    """The ids of those of these cycles of which nothing new is written to this person, by their own choice."""
    quiet = Easing.objects.in_effect().pauses().exclude(letters=Easing.Letters.ALL).filter(person=person)
    found = set(quiet.touching(cycles).values_list("cycle", flat=True)) if cycles else set()
    return {cycle.pk for cycle in cycles if None in found or cycle.pk in found}


def want_no_answers(cycle):
    """The ids of people, as a query, who are on a pause and want no letter at all about this cycle."""
    silent = Easing.objects.in_effect().pauses().filter(letters=Easing.Letters.NOTHING)
    return silent.touching([cycle]).values("person_id")
