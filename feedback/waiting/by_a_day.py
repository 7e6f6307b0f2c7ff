"""What records ask of the officers by a day, such as to hear those who would pay (R39, R40, R35)."""

from django.db.models import CharField, F, Value
from django.urls import reverse

from cycle.models import RECORDS

from .row import Waiting

ASKING = {model.SLUG: model for model in RECORDS if model.WAITS}


def to_do_by_a_day(person, stages, known):
    """For those who run a cycle: each record whose day has come or is near; one query for all sorts."""
    run = [
        stage.cycle_id
        for stage in stages.values()
        if stage.cycle.standing_of(person).runs and not stage.cycle.is_closed
    ]
    if not run:
        return
    first, *others = (_due(model, set(run)) for model in ASKING.values())
    for pk, title, day, stage_id, room in first.union(*others, all=True):
        stage = stages[stage_id]
        url = reverse("record", args=[stage.cycle.slug, stage.kind_slug, room, pk])
        words, in_mail = (ASKING[room].WAITS.sentence % {"title": name} for name in (title, stage))
        yield Waiting(words, url, stage.cycle.title, day, str(stage), in_mail)


def _due(model, cycles):
    rows = model.WAITS.due(model.objects.filter(stage__cycle__in=cycles)).order_by()
    rows = rows.annotate(room=Value(model.SLUG, output_field=CharField()), day=F(model.WAITS.day))
    return rows.values_list("pk", "title", "day", "stage_id", "room")
