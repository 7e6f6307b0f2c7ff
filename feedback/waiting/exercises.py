"""Exercises in which this person has not said yet what matters most, and those that an officer closes (R45)."""

from django.utils import timezone
from django.utils.translation import gettext as _

from cycle.models import RECORDS
from cycle.openness import Openness

from .row import Waiting

MODELS = [model for model in RECORDS if model.PART == "exercise"]


def to_rank(person, stages, known):
    """The open exercises of the cycles in which this person takes part, in which they gave no ballot."""
    open_cycles = {stage.cycle for stage in stages.values() if not stage.cycle.is_closed}
    cycles = {cycle.pk for cycle in open_cycles if cycle.standing_of(person).belongs_to}
    for model in MODELS if cycles else ():
        for exercise in model.objects.waiting_for(person, cycles):
            exercise.stage = stages.get(exercise.stage_id, exercise.stage)
            yield _row(exercise, _("Say what matters most: “%(title)s”"), _("Say what matters most: %(stage)s"))


def to_close(person, stages, known):
    """The open exercises whose last day has gone by, for the officers of their cycles."""
    open_cycles = {stage.cycle for stage in stages.values() if not stage.cycle.is_closed}
    cycles = {cycle.pk for cycle in open_cycles if cycle.standing_of(person).runs}
    for model in MODELS if cycles else ():
        for exercise in model.objects.past_their_day(cycles, timezone.localdate()):
            exercise.stage = stages.get(exercise.stage_id, exercise.stage)
            yield _row(exercise, _("Close it and count: “%(title)s”"), _("Close an exercise and count: %(stage)s"))


def _row(exercise, sentence, in_mail):
    return Waiting(
        sentence % {"title": exercise}, exercise.get_absolute_url(), exercise.stage.cycle.title, exercise.closes_on,
        str(exercise.stage), "" if exercise.openness == Openness.PUBLIC else in_mail % {"stage": exercise.stage},
    )  # fmt: skip
