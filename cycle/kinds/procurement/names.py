"""Whether two names are those of one body, whatever their legal form; and who belongs to a bidder (R56)."""

import re

from people.models import Membership

FORMS = ("ltd", "limited", "plc", "cic", "llp", "the")


def plain(name):
    """A name without its legal form, capitals and signs, so that "Example Ltd." and "EXAMPLE Limited" are one."""
    words = re.sub(r"[^\w ]", " ", name.casefold()).split()
    return " ".join(word for word in words if word not in FORMS)


def belongs_to(person, name):
    """Whether this person belongs today to a body of this name; one query."""
    if person is None or not person.is_authenticated:
        return False
    places = Membership.objects.active().filter(person=person, organisation__isnull=False)
    return any(plain(found) == plain(name) for found in places.values_list("organisation__name", flat=True))
