"""Which part of the authority runs a cycle: it is named, and may be named otherwise later."""

from django.utils.translation import gettext_lazy as _

from people.models import Directorate

from . import ledger, moves
from .models import Cycle
from .words import Verb

PLACED = Verb("directorate named", _("said which part of the authority runs it:"))

SAME_PART = _("This part of the authority runs it already.")


def part_named(authority, name):
    """The Directorate of this authority with this name; None for an empty name."""
    return Directorate.named(authority, name) if name.strip() else None


def parts_of(authority, reader):
    """The names of the parts of this authority that run a cycle which this reader may know of."""
    known = Cycle.objects.visible_to(reader).filter(authority=authority)
    return list(authority.directorates.filter(cycles__in=known).distinct().values_list("name", flat=True))


def place_in(cycle, by, name):
    """Say which part of the authority runs the cycle; an empty name says that it is the whole. Raises Refused."""
    if sentence := cycle.why_cannot_place(by):
        raise moves.Refused(sentence)
    with ledger.writing(cycle):
        was, now = cycle.directorate, part_named(cycle.authority, name)
        if was == now:
            raise moves.Refused(SAME_PART)
        cycle.directorate = now
        cycle.save(update_fields=["directorate"])
        before, after = ({"directorate": str(part)} if part else {} for part in (was, now))
        ledger.record(PLACED, cycle, by, cycle=cycle, before=before, after=after)
