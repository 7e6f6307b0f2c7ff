"""What was said and what came of it."""

from datetime import date

from feedback.models import Answer, Contribution
from people.models import Person

from .cycles import lead, users


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
        "passed on": {"passed_to": "The bus company", "expect": "They write to you."},
        "refused": {"because": "A court looks at it."},
    }
    return Answer.give(contribution, by, outcome, over.pop("text", "We have read it."), **ground[outcome] | over)
