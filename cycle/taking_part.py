"""Bringing people and bodies into a cycle who may not be known here yet: they are made known in the same step."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from people.models import Organisation, Person
from people.refusal import Refused

NAME_NEEDED = _("Nobody with this address is known here yet. Give the person’s name, too.")


def seat_somebody(cycle, by, role, *, email, name="", limits=""):
    """Give a seat to the person with this address, known here or new. Returns the Seat. Raises Refused."""
    with _allowed(cycle, by):
        return cycle.seat(_somebody(email, name), role, by, limits=limits)


def admit_somebody(cycle, by, standing, *, email, name=""):
    """Bring in one person by their address. Returns the Participant. Raises Refused."""
    with _allowed(cycle, by):
        return cycle.admit(by, standing, person=_somebody(email, name))


def admit_body(cycle, by, standing, *, organisation=None, name="", sort=""):
    """Bring in an organisation, or a new one of this name and sort. Returns the Participant. Raises Refused."""
    with _allowed(cycle, by):
        body = organisation or Organisation.objects.get_or_create(name=name, defaults={"sort": sort})[0]
        return cycle.admit(by, standing, organisation=body)


def _allowed(cycle, by):
    """One transaction for whoever may bring somebody in. Raises Refused."""
    if sentence := cycle.why_cannot_place(by):
        raise Refused(sentence)
    return transaction.atomic()


def _somebody(email, name):
    """The person with this address, or a new one of this name. Raises Refused when a new one has no name."""
    if known := Person.objects.at_address(email):
        return known
    if not name:
        raise Refused(NAME_NEEDED)
    return Person.objects.create_user(email=email, name=name)
