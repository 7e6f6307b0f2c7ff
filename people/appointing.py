"""Appointing a commissioner: how the first person comes in, before anybody is there who could bring them in."""

from django.db import transaction
from django.utils.translation import gettext as _

from .models import Membership, Organisation, Person
from .refusal import Refused


@transaction.atomic
def appoint_commissioner(email, name, authority):
    """Make somebody a commissioner of an authority from today on; what is there already is kept as it is.

    Returns the Membership and whether it is new. Raises Refused, and ValidationError for what cannot be kept.
    """
    place = {"person": _person(email, name), "organisation": _authority(authority)}
    return Membership.objects.open_ended().get_or_create(**place, role=Membership.Role.COMMISSIONER)


def _person(email, name):
    """The person with this address, or a new one of this name. Raises Refused for one who may no longer sign in."""
    if known := Person.objects.at_address(email):
        if not known.is_active:
            raise Refused(_("The person with this address may no longer sign in."))
        return known
    Person(email=email, name=name).full_clean()
    return Person.objects.create_user(email, name)


def _authority(name):
    """The public authority of this name, known or new. Raises Refused when the name is another sort of body's."""
    if known := Organisation.objects.filter(name=name).first():
        if known.sort != Organisation.Sort.AUTHORITY:
            raise Refused(_("There is an organisation of this name, and it is not a public authority."))
        return known
    new = Organisation(name=name, sort=Organisation.Sort.AUTHORITY)
    new.full_clean()
    new.save(force_insert=True)
    return new
