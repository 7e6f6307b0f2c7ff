"""Plain builder functions: they make people and things to act on through the same verbs that the pages call.

A cycle remembers what a person may do in it while it is loaded: whoever changes memberships later loads it `afresh`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count

from django.db import models

from cycle.models import Cycle, Participant, Seat
from cycle.start import start_cycle
from feedback.models import Answer, Contribution
from involvement.models import Agreement
from involvement.signing import sign, speakers
from people.models import Group, Membership, Organisation, Person

numbers = count(1)

WORDS = {
    "purpose": "We find out together what meals at home should be like.",
    "open_to_change": "What is on the plate, and when it comes.",
    "fixed": "The money for this year.",
    "fixed_because": "The council has set its budget.",
    "is_not": "It is not a vote on closing the service.",
    "who_decides": "The cabinet decides, after it has read what you said.",
}
TERMS = {
    "role": "Says what it knows",
    "level": "influence",
    "may": "Say anything about the service.",
    "may_not": "Sign contracts.",
    "speaks_for": "Its members",
}
# What the fields' types alone do not tell about a record.
SPECIAL = {
    "undisclosed_because": "",
    "dropped_because": "",
    "year": 2023,
    "users_rank": 1,
    "professionals_rank": 1,
    "agreed_rank": 1,
}


# --- Who is there -----------------------------------------------------------------------------------------------------


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


# --- The cycle --------------------------------------------------------------------------------------------------------


def cycle(by=None, council=None, published=True, **over):
    """A cycle, started by a commissioner; without one, a new commissioner of a new council starts it."""
    if by is None:
        by, council = person(f"Lead {next(numbers)}"), council or authority(f"Council {next(numbers)}")
        commissioner(by, council)
    council = council or Organisation.objects.filter(memberships__person=by).first()
    said = {
        "title": "Community meals",
        "summary": "Meals brought to people at home.",
        "sector": "Adult social care",
        "for_whom": "People who cannot cook for themselves",
        "horizon": "2023 to 2026",
    }
    made = start_cycle(by, council, **said | over)
    if published:
        made.publish(by)
    return made


def afresh(cycle):
    """The same cycle, loaded again: it has forgotten who may do what."""
    return Cycle.objects.get(pk=cycle.pk)


def lead(cycle):
    """The person in the lead's seat."""
    return cycle.seats.get(role=Seat.Role.LEAD).person


def admit(cycle, group, standing="users"):
    """Bring a group in, by the lead."""
    return cycle.admit(lead(cycle), standing, group=group)


def participant(cycle, standing):
    """The first participant of the cycle in this standing."""
    return cycle.participants.filter(standing=standing).order_by("pk").first()


def users(cycle):
    """The first users' group that takes part; a new one with one representative when there is none."""
    if there := participant(cycle, Participant.Standing.USERS):
        return there
    made = group(f"Group {next(numbers)}")
    member(person(f"Speaker {next(numbers)}"), made, "representative")
    return admit(cycle, made)


def commissioners(cycle):
    return participant(cycle, Participant.Standing.COMMISSIONERS)


# --- Stages and agreements --------------------------------------------------------------------------------------------


def stage(cycle, kind_slug):
    """The stage of this kind; its `.cycle` is the very cycle that was given."""
    found = cycle.stages.get(kind_slug=kind_slug)
    found.cycle = cycle
    return found


def begin(stage, by=None, reason=""):
    """Begin the stage's first round, or a further one with its reason. Returns the stage."""
    stage.begin(by or lead(stage.cycle), reason=reason)
    return stage


def draft(stage, by=None, parties=(), **over):
    """A draft with all its words, and as parties the first users' group, the commissioners and `parties`."""
    by = by or lead(stage.cycle)
    if stage.state in ("not yet", "finished"):
        begin(stage, by, reason="To work on it again." if stage.round_number else "")
    agreement = Agreement.draft(stage, by)
    agreement.write(by, agreement.revision, **WORDS | over)
    for each in (users(stage.cycle), commissioners(stage.cycle), *parties):
        agreement.name_party(by, each, **TERMS)
    return agreement


def proposed(stage, by=None, parties=(), **over):
    """An agreement that waits for its signatures."""
    agreement = draft(stage, by, parties, **over)
    agreement.propose(by or lead(stage.cycle))
    return agreement


def signer(party):
    """Somebody who may speak for this party."""
    if party.participant.group_id:
        return speakers(party).order_by("pk").first()
    if party.participant.standing == Participant.Standing.COMMISSIONERS:
        return lead(party.agreement.ledger_cycle)
    if party.participant.standing == Participant.Standing.COUNCILLORS:
        return party.agreement.ledger_cycle.seats.filter(role=Seat.Role.DECIDER).first().person
    if party.participant.person_id:
        return party.participant.person
    return Person.objects.filter(memberships__organisation=party.participant.organisation_id).order_by("pk").first()


def signed(agreement, position="agree", words=""):
    """Have every party sign it in turn, all in this position. Returns the agreement."""
    for party in agreement.parties.select_related("participant"):
        party.agreement = agreement
        sign(party, signer(party), position, words)
    return agreement


def agreement_in_force(stage, by=None, parties=(), **over):
    """An agreement that all have signed; the stage is open afterwards and says so. Returns the agreement."""
    agreement = signed(proposed(stage, by, parties, **over))
    stage.refresh_from_db(fields=["state", "round_number"])
    return agreement


def opened(cycle, kind_slug, **over):
    """A stage of this kind that is open, with its agreement in force. Returns the stage."""
    found = stage(cycle, kind_slug)
    agreement_in_force(found, **over)
    return found


# --- What a stage holds -----------------------------------------------------------------------------------------------


def value_for(field):
    """A valid value for a field of a record, by its type."""
    if field.name in SPECIAL:
        return SPECIAL[field.name]
    if field.many_to_many:
        return []
    if field.choices:
        return field.choices[0][0]
    by_type = {
        models.DecimalField: Decimal("1234.50"),
        models.IntegerField: 7,
        models.DateField: date(2023, 1, 23),
        models.BooleanField: True,
    }
    found = next((value for kind, value in by_type.items() if isinstance(field, kind)), None)
    return f"Words for {field.name.replace('_', ' ')}" if found is None else found


def record_values(model, **over):
    """Valid values for every field that a form of this record shows, as the form gives them."""
    own = {name: value_for(model._meta.get_field(name)) for name in model.OWN_FIELDS}
    common = {"title": f"A {model._meta.verbose_name}", "summary": "What it means for you.", "openness": "public"}
    return {**common, **own, **over}


def record(stage, by=None, model=None, **over):
    """A valid record of the stage's principal kind, or of `model`."""
    model = model or stage.kind.record
    return model.add(by or lead(stage.cycle), stage, **record_values(model, **over))


def withheld(stage, by=None, **over):
    """A record that only those with a seat may read."""
    ground = {"openness": "withheld", "withheld_because": "It names a bidder.", "review_on": date(2030, 1, 1)}
    return record(stage, by, **ground | over)


def budget_cut(cycle, by=None):
    """Cut a budget line, which every agreement of the cycle rests on. Returns the material Event."""
    by, budget = by or lead(cycle), stage(cycle, "budget")
    model = budget.kind.record
    line = model.objects.filter(stage=budget, amount__isnull=False).first() or record(budget, by)
    line.stage = budget
    return line.revise(by, line.version, "The council has less money.", amount=line.amount - 100)


# --- What was said and what came of it --------------------------------------------------------------------------------


def contribution(stage, by=None, participant=None, **over):
    """A contribution to an open stage; by default online, by somebody who may speak for the first users' group."""
    participant = participant or users(stage.cycle)
    by = by or Person.objects.filter(memberships__group=participant.group).order_by("pk").first()
    return Contribution.give(stage, by, participant, **{"sort": "view", "text": "Hot food matters to me."} | over)


def answer(contribution, by=None, outcome="no change", **over):
    """An answer; the ground that its outcome needs is there unless `over` gives another."""
    by = by or lead(contribution.stage.cycle)
    ground = {
        "changed": {"changed_event": contribution.stage.cycle.events.order_by("number").last()},
        "no change": {"because": "The money does not reach."},
        "later": {"later_by": date(2030, 1, 1)},
    }
    return Answer.give(contribution, by, outcome, over.pop("text", "We have read it."), **ground[outcome] | over)


# --- A small cast -----------------------------------------------------------------------------------------------------


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
