"""Challenges to what is kept back that wait for a reply, and replies that are new to the challenger (R14)."""

from django.utils.translation import gettext as _

from involvement.models import Challenge

from .row import Waiting

NEW_FOR_DAYS = 14


def to_reply(person, stages, known):
    """The challenges that wait for a reply by those who run the cycle, each with its day."""
    run = {
        stage.cycle_id
        for stage in stages.values()
        if stage.cycle.standing_of(person).runs and not stage.cycle.is_closed
    }
    for challenge in Challenge.objects.filter(cycle__in=run).unanswered().order_by("due_on", "pk") if run else ():
        stage = challenge.stage = stages[challenge.stage_id]
        sentence = _("Reply to a challenge to show %(what)s: %(stage)s") % {"what": challenge, "stage": stage}
        why = _("The reply is overdue.") if challenge.is_overdue else ""
        yield Waiting(sentence, challenge.address("challenge_reply"), stage.cycle.title, challenge.due_on, why)


def to_read(person, stages, known):
    """The replies of the last two weeks to what this person challenged."""
    cycles = {stage.cycle_id for stage in stages.values() if stage.cycle.standing_of(person).is_involved}
    mine = Challenge.objects.replied_lately(person, NEW_FOR_DAYS).filter(cycle__in=cycles).order_by("replied_at")
    for challenge in mine if cycles else ():
        stage = challenge.stage = stages[challenge.stage_id]
        sentence = _("Read the reply to your challenge to show %(what)s: %(stage)s")
        said = {"what": challenge, "stage": stage}
        yield Waiting(
            sentence % said, challenge.get_absolute_url(), stage.cycle.title, why=challenge.get_outcome_display()
        )
