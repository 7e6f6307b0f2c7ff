"""Stages, and their agreements from a draft to the last signature."""

from cycle.models import Participant, Seat
from involvement.models import Agreement, Readiness
from involvement.signing import sign, speakers
from people.models import Person

from .cycles import commissioners, lead, users

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


def stage(cycle, kind_slug):
    """The stage of this kind; its `.cycle` is the very cycle that was given."""
    found = cycle.stages.get(kind_slug=kind_slug)
    found.cycle = cycle
    return found


def begin(stage, by=None, reason="There is work to do.", **over):
    """Begin the stage's first round, or a further one. Returns the stage."""
    stage.begin(by or lead(stage.cycle), reason, **over)
    return stage


def readiness(stage, by=None, **over):
    """How ready the stage's current round is: in everything, unless `over` says otherwise."""
    said = dict.fromkeys(Readiness.SAID, "") | dict.fromkeys(Readiness.QUESTIONS, "yes") | over
    return Readiness.write(stage, by or lead(stage.cycle), **said)


def draft(stage, by=None, parties=(), ready=True, **over):
    """A draft with all its words, and as parties the first users' group, the commissioners and `parties`.

    ready: whether it is written down how ready the round is, which an agreement needs before it is proposed.
    """
    by = by or lead(stage.cycle)
    if stage.state in ("not yet", "finished"):
        begin(stage, by)
    if ready and Readiness.objects.now(stage) is None:
        readiness(stage, by)
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
