"""What was said and what came of it."""

from datetime import date

from feedback.models import Answer, AnswerDraft, Contribution, Conversation
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


def conversation(stage, by=None, participant=None, **over):
    """A conversation that an officer wrote down; by default with the first users' group."""
    said = {"said": "The van is always late on Mondays.", "changed_thinking": "We look at the rounds first."}
    by = by or lead(stage.cycle)
    return Conversation.write_down(stage, by, participant or users(stage.cycle), **said | over)


def answer_draft(*contributions, by=None, **over):
    """A draft of an answer to these, whole unless `over` says otherwise."""
    stage = contributions[0].stage
    said = {"outcome": "no change", "text": "We have read it.", "because": "The money does not reach."}
    return AnswerDraft.begin(stage, by or lead(stage.cycle), contributions, **said | over)
