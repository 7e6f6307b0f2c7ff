"""Starting a cycle: its stages, its first seat and the authority's own participant, in one transaction."""

from django.utils.translation import gettext as _

from people.models import Membership, Organisation

from . import ledger, moves
from .models import KINDS, Cycle, Participant, Seat, Stage
from .models.cycle import NOT_A_COMMISSIONER, STARTED, free_slug


def authorities_of(person):
    """The public authorities for which this person may start a cycle: where they are a commissioner today."""
    places = Membership.objects.active().filter(person=person, role=Membership.Role.COMMISSIONER)
    return Organisation.objects.filter(sort=Organisation.Sort.AUTHORITY, pk__in=places.values("organisation_id"))


def start_cycle(by, authority, **said):
    """Start a cycle for an authority and give `by` the lead's seat.

    said: title, summary, sector, for_whom, horizon. Returns the Cycle. Raises Refused (C1).
    """
    if not authorities_of(by).filter(pk=authority.pk).exists():
        raise moves.Refused(NOT_A_COMMISSIONER)
    cycle = Cycle(slug=free_slug(said["title"]), authority=authority, **said)
    with ledger.writing(cycle):
        cycle.save(force_insert=True)
        Stage.objects.bulk_create(Stage(cycle=cycle, kind_slug=kind.slug, place=kind.place) for kind in KINDS.values())
        Seat.objects.create(cycle=cycle, person=by, role=Seat.Role.LEAD)
        ledger.record(STARTED, cycle, by, cycle=cycle, after=said)
        cycle.admit(by, Participant.Standing.COMMISSIONERS, organisation=authority, name=_("Commissioning team"))
    return cycle
