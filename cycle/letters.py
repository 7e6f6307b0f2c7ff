"""Sign-in letters: who may have one, who makes it, and whom it signs in.

Here and not in people, because nobody with a seat may have one: what they can do is too much for a piece of paper.
"""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Membership, Person, PrintedCode
from people.refusal import Refused

from .models import Seat

NOT_FOR_THEM = _(
    "A sign-in letter is only for members. Who keeps a group’s page, works for a body or has a seat signs in by e-mail."
)


def may_have_one():
    """The Persons who may sign in by letter today: members of groups, and nothing that gives them more than that."""
    places = Membership.objects.active()
    belongs = places.filter(group__isnull=False)
    more = places.filter(Q(organisation__isnull=False) | Q(role__in=Membership.KEEPERS))
    members = Person.objects.filter(is_active=True, pk__in=belongs.values("person"))
    return members.exclude(pk__in=more.values("person")).exclude(pk__in=Seat.objects.active().values("person"))


def why_cannot_write(group, place, by):
    """Why this person cannot make a letter for who holds this place, as a sentence; empty when they can."""
    if sentence := group.why_cannot_keep(by):
        return sentence
    is_theirs = group.memberships.active().filter(pk=place.pk).exists()
    return "" if is_theirs and may_have_one().filter(pk=place.person_id).exists() else NOT_FOR_THEM


def beside(places):
    """These places of a group, each with `may_have_letter` and the `letter` that works now; two queries."""
    readers = {person.pk for person in may_have_one().filter(pk__in=[place.person_id for place in places])}
    live = {letter.person_id: letter for letter in PrintedCode.objects.live().filter(person__in=readers)}
    for place in places:
        place.may_have_letter = place.is_active and place.person_id in readers
        place.letter = live.get(place.person_id)
    return places


def write(group, place, by):
    """Make a sign-in letter. Returns the PrintedCode and its code, which is kept nowhere. Raises Refused."""
    if sentence := why_cannot_write(group, place, by):
        raise Refused(sentence)
    return PrintedCode.make(place.person, by)


def reader_of(number, code):
    """The Person whom this letter signs in now, or None."""
    person = PrintedCode.redeem(number, code)
    return person if person and may_have_one().filter(pk=person.pk).exists() else None
