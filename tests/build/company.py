"""A small cast: the people of most tests, and the cycle that they meet in."""

from dataclasses import dataclass

from cycle.models import Cycle, Participant
from people.models import Group, Organisation, Person

from .agreements import stage
from .cycles import admit, afresh, commissioners, cycle
from .people import authority, commissioner, employed, group, member, person, provider


@dataclass
class Cast:
    """The people of most tests and the published cycle that they meet in.

    ann leads, ola is an officer, cara decides, bea may speak for Meals Voice, mia belongs to it, cove convenes it, pat
    works for a provider that takes part, zoe is signed in and takes no part.
    """

    ann: Person
    ola: Person
    cara: Person
    bea: Person
    mia: Person
    cove: Person
    pat: Person
    zoe: Person
    council: Organisation
    provider: Organisation
    meals_voice: Group
    cycle: Cycle
    users: Participant
    commissioners: Participant
    councillors: Participant
    providers: Participant

    def people(self):
        """Name -> Person, in this order."""
        return {name: getattr(self, name) for name in ("ann", "ola", "cara", "bea", "mia", "cove", "pat", "zoe")}

    def stage(self, kind_slug):
        """The stage of this kind, in the state that the database has."""
        return stage(self.cycle, kind_slug)

    def afresh(self):
        """Forget who may do what: call it after memberships or seats have changed."""
        self.cycle = afresh(self.cycle)


def cast(published=True):
    """Make the cast and its cycle."""
    names = ("ann", "ola", "cara", "bea", "mia", "cove", "pat", "zoe")
    people = {name: person(name.capitalize(), f"{name}@example.org") for name in names}
    council, caterer, voice = authority(), provider(), group()
    for name, role in {"bea": "representative", "mia": "member", "cove": "convenor"}.items():
        member(people[name], voice, role)
    commissioner(people["ann"], council)
    employed(people["cara"], council, "councillor")
    employed(people["pat"], caterer)
    ann = people["ann"]
    made = cycle(ann, council, published=published)
    made.seat(people["ola"], "officer", ann)
    made.seat(people["cara"], "decider", ann)
    return Cast(
        **people, council=council, provider=caterer, meals_voice=voice, cycle=made, users=admit(made, voice),
        commissioners=commissioners(made),
        councillors=made.admit(ann, "councillors", organisation=council, name="Cabinet"),
        providers=made.admit(ann, "providers", organisation=caterer),
    )  # fmt: skip
