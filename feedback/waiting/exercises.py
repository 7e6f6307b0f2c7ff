"""Exercises in which this person has not said yet what matters most (R45)."""

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
            in_mail = _("Say what matters most: %(stage)s") % {"stage": exercise.stage}
            yield Waiting(
                _("Say what matters most: “%(title)s”") % {"title": exercise}, exercise.get_absolute_url(),
                exercise.stage.cycle.title, exercise.closes_on, str(exercise.stage),
                "" if exercise.openness == Openness.PUBLIC else in_mail,
            )  # fmt: skip
