"""Starting a cycle: its stages, its first seat and the authority's own participant, in one transaction."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from people.models import Membership, Organisation

from . import ledger, moves
from .directorates import part_named
from .models import KINDS, Cycle, Participant, Seat, Stage
from .models.cycle import NOT_A_COMMISSIONER, STARTED, free_slug


def authorities_of(person):
    """The public authorities for which this person may start a cycle: where they are a commissioner today."""
    places = Membership.objects.active().filter(person=person, role=Membership.Role.COMMISSIONER)
    return Organisation.objects.filter(sort=Organisation.Sort.AUTHORITY, pk__in=places.values("organisation_id"))


def start_cycle(by, authority, *, limits="", directorate="", **said):
    """Start a cycle for an authority and give `by` the lead's seat.

    limits: what the lead may and may not decide (R16). directorate: the name of the part of the authority that runs it,
    or empty. said: title, summary, sector, for_whom, horizon. Returns the Cycle. Raises Refused (C1).
    """
    if not authorities_of(by).filter(pk=authority.pk).exists():
        raise moves.Refused(NOT_A_COMMISSIONER)
    cycle, part = Cycle(authority=authority, **said), {"directorate": directorate} if directorate else {}
    with transaction.atomic(), ledger.writing(_save_under_free_slug(cycle)):
        cycle.directorate = part_named(authority, directorate)
        cycle.save(update_fields=["directorate"])
        Stage.objects.bulk_create(Stage(cycle=cycle, kind_slug=kind.slug, place=kind.place) for kind in KINDS.values())
        Seat.objects.create(cycle=cycle, person=by, role=Seat.Role.LEAD, limits=limits)
        ledger.record(STARTED, cycle, by, cycle=cycle, after=said | part)
        cycle.admit(by, Participant.Standing.COMMISSIONERS, organisation=authority, name=_("Commissioning team"))
    return cycle


def _save_under_free_slug(cycle, tries=5):
    """Save a new cycle; when somebody takes the same slug in that moment, take the next. Returns the cycle."""
    for left in reversed(range(tries)):
        cycle.slug = free_slug(cycle.title)
        try:
            with transaction.atomic():
                cycle.save(force_insert=True)
        except IntegrityError:
            if not left:
                raise
        else:
            break
    return cycle
