"""Wishes for training that wait for an answer, and answers that are new to the one who asked (R77)."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from involvement.models import TrainingWish

from ..counting import MANY
from .row import Waiting

NEW_FOR_DAYS = 14


def to_answer_wishes(person, stages, known):
    """For those who run a cycle: each wish for training that nobody has answered."""
    cycles = {stage.cycle_id: stage.cycle for stage in stages.values()}
    run = {pk for pk, cycle in cycles.items() if cycle.standing_of(person).runs and not cycle.is_closed}
    waiting = TrainingWish.objects.filter(cycle__in=run).unanswered().select_related("person") if run else ()
    for wish in waiting[:MANY] if run else ():
        yield _waiting(wish, cycles, _("Answer a wish for training of %(name)s") % {"name": wish.person.name})


def to_read_answers(person, stages, known):
    """For one who asked: the answers of the last two weeks."""
    cycles = {stage.cycle_id: stage.cycle for stage in stages.values() if stage.cycle.standing_of(person).is_involved}
    if not cycles:
        return
    since = timezone.now() - timedelta(days=NEW_FOR_DAYS)
    for wish in TrainingWish.objects.filter(person=person, cycle__in=cycles, answered_at__gte=since)[:MANY]:
        yield _waiting(wish, cycles, _("Read the answer to your wish for training"))


def _waiting(wish, cycles, sentence):
    cycle = cycles[wish.cycle_id]
    url = reverse("training_wish", args=[cycle.slug, wish.pk])
    return Waiting(sentence, url, cycle.title, in_mail=_("Look at a wish for training"))
