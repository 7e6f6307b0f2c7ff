"""Stages that were just finished, of which this person has not said yet how taking part went (R62)."""

from collections import defaultdict
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cycle.models import Round, Stage
from involvement.models import Party

from ..models import Rating
from .row import Waiting

ONE_BY_ONE = 2  # so many stages of one cycle are named singly before they are counted
ASKED_FOR = timedelta(days=42)  # after that nobody is reminded any more; it can still be said


def to_rate(person, stages, known):
    """For both sides, the stages that finished in the last six weeks; three queries at any number."""
    finished = [stage for stage in stages.values() if stage.state == Stage.State.FINISHED]
    asked = [stage for stage in finished if not Rating.refusal(stage, person)]
    if not asked:
        return
    late = timezone.now() - ASKED_FOR
    rounds = Round.objects.filter(stage__in=asked, finished_at__gte=late).values_list("stage_id", "number")
    recent = _took_part([stage for stage in asked if (stage.pk, stage.round_number) in set(rounds)], person)
    keys = {stage.pk: Rating.key_of(person, stage) for stage in recent}
    given = set(Rating.objects.filter(pk__in=keys.values()).values_list("pk", flat=True)) if keys else set()
    by_cycle = defaultdict(list)
    for stage in recent:
        if keys[stage.pk] not in given:
            by_cycle[stage.cycle].append(stage)
    for cycle, found in by_cycle.items():
        yield from _each_or_counted(cycle, found)


def _took_part(stages, person):
    """Those of these stages in whose round this person's group or body was a party; with a seat, all of them."""
    standings = {stage.pk: stage.cycle.standing_of(person) for stage in stages}
    own = {pk for standing in standings.values() for pk in standing.belongs_to}
    parties = Party.objects.standing_in(stages).filter(participant__in=own).values_list("agreement__round__stage_id")
    there = {pk for (pk,) in parties}
    return [stage for stage in stages if standings[stage.pk].roles or stage.pk in there]


def _each_or_counted(cycle, stages):
    """A few stages one by one; of many one line, which leads to all of them."""
    why = _("Nobody sees which answer is yours.")
    if len(stages) > ONE_BY_ONE:
        words = _("Say how taking part went in %(number)d stages") % {"number": len(stages)}
        yield Waiting(words, reverse("cycle_evaluation", args=[cycle.slug]), cycle.title, why=why)
        return
    for stage in stages:
        url = reverse("stage_ratings", args=[cycle.slug, stage.kind_slug])
        yield Waiting(_("Say how taking part went: %(stage)s") % {"stage": stage}, url, cycle.title, why=why)
