"""Wishes for training that wait for an answer, and answers that are new to the one who asked (R77)."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from involvement.models import TrainingWish

from ..counting import MANY
from .row import Waiting

NEW_FOR_DAYS = 14


def wishes(person, stages, known):
    """For those who run a cycle each wish that nobody has answered; for one who asked the answers of two weeks.

    One query.
    """
    cycles = {stage.cycle_id: stage.cycle for stage in stages.values()}
    involved = {pk for pk, cycle in cycles.items() if cycle.standing_of(person).is_involved}
    run = {pk for pk in involved if cycles[pk].standing_of(person).runs and not cycles[pk].is_closed}
    if not involved:
        return
    since = timezone.now() - timedelta(days=NEW_FOR_DAYS)
    found = Q(cycle__in=run, answered_at=None) | Q(cycle__in=involved, person=person, answered_at__gte=since)
    for wish in TrainingWish.objects.filter(found).select_related("person")[:MANY]:
        if wish.answered_at:
            yield _waiting(wish, cycles, _("Read the answer to your wish for training"))
        else:
            yield _waiting(wish, cycles, _("Answer a wish for training of %(name)s") % {"name": wish.person.name})


def _waiting(wish, cycles, sentence):
    cycle = cycles[wish.cycle_id]
    url = reverse("training_wish", args=[cycle.slug, wish.pk])
    return Waiting(sentence, url, cycle.title, in_mail=_("Look at a wish for training"))
