"""People, organisations and groups, and who belongs to which."""

from people.models import Group, Membership, Organisation, Person


def person(name, email=None):
    """A person; without an address they take part on paper."""
    return Person.objects.create_user(email=email, name=name)


def authority(name="Valley Council"):
    return Organisation.objects.create(name=name, sort=Organisation.Sort.AUTHORITY)


def provider(name="Hot Plate Ltd"):
    return Organisation.objects.create(name=name, sort=Organisation.Sort.PROVIDER)


def group(name="Meals Voice", constituency="People who get meals at home", **over):
    return Group.objects.create(name=name, constituency=constituency, **over)


def member(person, group, role="member", **over):
    """A place in a group, from today on."""
    return Membership.objects.create(person=person, group=group, role=role, **over)


def employed(person, organisation, role="staff", **over):
    """A place in an organisation, from today on."""
    return Membership.objects.create(person=person, organisation=organisation, role=role, **over)


def commissioner(person, organisation):
    return employed(person, organisation, "commissioner")
