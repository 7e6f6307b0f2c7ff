"""Whose words somebody may put in; for whom they may speak themselves is in `cycle/voices.py`."""

from django.db.models import Exists, OuterRef, Q

from cycle.models import Participant
from people.models import Membership, Person


def voices_to_enter(cycle, person):
    """The participants whose words this person may put in: all for an officer, else those that they keep."""
    standing = cycle.standing_of(person)
    found = Participant.objects.active().filter(cycle=cycle)
    return found if standing.runs else found.filter(pk__in=standing.keeps)


def spoken_for_on_paper(participants):
    """The ids of those of these participants that are groups for which nobody with an e-mail address speaks."""
    places = Membership.objects.active().filter(role__in=Membership.SPEAKERS, group=OuterRef("group"))
    groups = Participant.objects.filter(pk__in=participants, group__isnull=False)
    found = groups.filter(Exists(places), ~Exists(places.filter(person__email__isnull=False)))
    return set(found.values_list("pk", flat=True))


def people_of(participants):
    """The people who belong today to one of these participants, as a queryset of Person."""
    places = Membership.objects.active().filter(
        Q(group__in=[each.group_id for each in participants])
        | Q(organisation__in=[each.organisation_id for each in participants])
    )
    alone = [each.person_id for each in participants if each.person_id]
    return Person.objects.filter(Q(pk__in=places.values("person_id")) | Q(pk__in=alone))
