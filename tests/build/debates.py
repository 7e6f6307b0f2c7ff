"""Debates: the question, what two sides hold, what was asked, a common view and what is said to it."""

from datetime import timedelta

from django.utils import timezone

from feedback.debating import common_views, opening, positions
from feedback.models import Debate
from people.models import Membership

from .cycles import commissioners, lead, users


def debate(stage, by=None, asked=None, **over):
    """A debate that the lead opened, in which the first users' group and the commissioners are asked."""
    said = {
        "question": "Should meals come hot or frozen?",
        "why": "The kitchen needs repairs.",
        "positions_by": timezone.localdate() + timedelta(days=14),
    }
    asked = asked or [users(stage.cycle), commissioners(stage.cycle)]
    return opening.open_debate(stage, by or lead(stage.cycle), asked=asked, **said | over)


def speaker(participant):
    """Somebody who may speak for a participant."""
    if participant.person_id:
        return participant.person
    if participant.group_id:
        return participant.group.memberships.active().filter(role__in=Membership.SPEAKERS).first().person
    if participant.standing == "commissioners":
        return lead(participant.cycle)
    return participant.organisation.memberships.active().first().person


def position(debate, participant=None, by=None, **over):
    """What the first users' group, or another participant, holds."""
    said = {
        "holds": "Meals come hot.", "why": "A knock at the door counts.", "rests_on": "We get them every day.",
        "would_change": "A frozen meal that tastes as good.",
    }  # fmt: skip
    participant = participant or users(debate.cycle)
    return positions.put_position(debate, by or speaker(participant), participant, **said | over)


def opposed(stage, against=None, **over):
    """A debate in which both sides have said what they hold, one against the other. against: words of the second."""
    made = debate(stage, **over)
    first = position(made)
    said = {"holds": "Meals come frozen.", "why": "They cost less.", "rests_on": "The figures of last year."}
    position(
        made, commissioners(stage.cycle), opposes=first, **said | {"would_change": "More money."} | (against or {})
    )
    return made


def asked_why(position, by, participant, prompt="how paid", words="", answer=""):
    """A question about a position, answered when there is an answer."""
    made = positions.ask(position, by, participant, prompt, words)
    if answer:
        positions.answer(made, speaker(position.participant), answer)
    return made


def common_view(debate, words="A choice of both for a year.", by=None, participant=None):
    """A common view, put by the lead."""
    by, participant = by or lead(debate.cycle), participant or commissioners(debate.cycle)
    return common_views.propose(debate, by, participant, words)


def stands(debate, participant, answer="accepts", words=""):
    """What a side says to the last common view."""
    return common_views.stand(debate, speaker(participant), participant, answer, words)


def ended(debate, words="Both are tried for a year."):
    """End it, by the lead."""
    opening.end(debate, lead(debate.cycle), words)
    return Debate.objects.get(pk=debate.pk)
