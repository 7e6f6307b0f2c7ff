"""Stages that somebody has to look at again after a change of control (R31)."""

from collections import defaultdict

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import Survival
from involvement.surviving import learn_records

from .row import Waiting


def to_reassess(person, stages, known):
    """For those who run a cycle: which stages nobody has looked at again yet, counted for each change of control."""
    run = {
        stage.cycle_id: stage.cycle
        for stage in stages.values()
        if stage.cycle.standing_of(person).runs and not stage.cycle.is_closed
    }
    waiting = Survival.objects.waiting(run).select_related("reassessment__event").order_by("pk") if run else ()
    by_change = defaultdict(list)
    for survival in waiting:
        survival.stage = stages[survival.stage_id]
        survival.reassessment.event.cycle = run[survival.stage.cycle_id]
        by_change[survival.reassessment].append(survival)
    learn_records(list(by_change))
    for reassessment, found in by_change.items():
        if reassessment.is_called_off:
            continue
        sentence = ngettext(
            "Say what survives the change of control: %(stage)s",
            "Say what survives the change of control: %(count)d stages",
            len(found),
        )
        yield Waiting(
            sentence % {"stage": found[0], "count": len(found)},
            reassessment.get_absolute_url(),
            reassessment.event.cycle.title,
            why=_("Changed: %(title)s.") % {"title": reassessment.record.title.rstrip(".")},
        )
