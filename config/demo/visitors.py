"""Whom a visitor of the demonstration can be, with one click; nobody else can be signed in that way."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.models import Person

NOTICE = _("Every person, agreement, contribution and answer here is made up around the public record of a real case.")


@dataclass(frozen=True)
class Visitor:
    """One person that a visitor can be: who they are and what is there for them to look at."""

    email: str
    role: str | Promise
    look_at: str | Promise


VISITORS = (
    Visitor(
        "ann@example.org",
        _("Leads the cycle for the council"),
        _("People wait for her answers, and one is late. The agreement for monitoring has to be signed again."),
    ),
    Visitor(
        "owen@example.org",
        _("Officer of the council"),
        _("Puts in what came by phone and letter. Somebody asks to see a bid, and a hand-over waits for him to read."),
    ),
    Visitor(
        "cara@example.org",
        _("Councillor, decides in the end"),
        _("Reads what users said before the decision. The agreement for the review waits for her signature."),
    ),
    Visitor(
        "bea@example.org",
        _("Gets meals at home and may sign for the group Meals Voice"),
        _("Something has changed since she signed for monitoring. The review has a new agreement for her to read."),
    ),
    Visitor(
        "mia@example.org",
        _("Gets meals at home, member of Meals Voice"),
        _("Has an answer to read, and can say whether it answers her. She asked to see a sum, and has a reply."),
    ),
    Visitor(
        "colin@example.org",
        _("Convenor, supports the three users’ groups"),
        _("Keeps the pages of the groups. He has still to say for whom he works, for one of the three groups."),
    ),
    Visitor(
        "rhys@example.org",
        _("Looks after his mother and may sign for Carers Round the Table"),
        _("Has signed again for monitoring. The agreement for the review waits for him."),
    ),
    Visitor(
        "dai@example.org",
        _("Drives a delivery van, speaks for the meals team"),
        _("Sees what the team said, and what became of it. He can say something where a stage is open."),
    ),
    Visitor(
        "pat@example.org",
        _("Works for Example Frozen Meals Ltd, the chosen supplier"),
        _("Users came to look at the supplier’s work. A reply to what they found is still asked for."),
    ),
    Visitor(
        "zoe@example.org",
        _("Is signed in and takes no part"),
        _("Sees what everybody may see, and a note with the reason where something is held back."),
    ),
)


def visitors():
    """The people that one can be, as (Person, Visitor) pairs in the order above; those not there yet are left out."""
    people = {person.email: person for person in _people()}
    return [(people[visitor.email], visitor) for visitor in VISITORS if visitor.email in people]


def visitor_or_none(pk):
    """The Person with this id when one can be them, else None."""
    return _people().filter(pk=pk).first()


def _people():
    return Person.objects.filter(email__in=[visitor.email for visitor in VISITORS], is_active=True)
