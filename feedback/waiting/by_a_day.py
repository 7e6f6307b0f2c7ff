"""What records ask of the officers by a day, such as to hear those who would pay (R39, R40, R35)."""

from django.db.models import CharField, F, Value
from django.urls import reverse

from cycle.models import RECORDS

from ..abouts import key_of
from .row import Waiting

HEARING = [model for model in RECORDS if model.WAITS and model.WAITS.hears]
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


def to_be_heard(person, stages, known):
    """For those who have to be heard: they say it while the stage is open, or on a page of its own until it is closed.

    Such as those who would pay for a proposal, and those whose service was visited (R39, R60).
    """
    running = [stage for stage in stages.values() if not stage.cycle.is_closed]
    mine = {pk for stage in running for pk in stage.cycle.standing_of(person).belongs_to}
    for model in HEARING if mine else ():
        waits = model.WAITS
        open_ones = [stage for stage in running if stage.is_open or waits.page]
        rows = model.objects.visible_to(person).filter(waits.still, stage__in=[stage.pk for stage in open_ones])
        for record in rows.filter(**{f"{waits.hears}__in": mine}).order_by("pk"):
            stage = stages[record.stage_id]
            words, in_mail = (waits.asked % {"title": name} for name in (record, stage))
            day = getattr(record, waits.day)
            yield Waiting(words, _where(record, stage), stage.cycle.title, day, str(stage), in_mail)


def _where(record, stage):
    """Where somebody says what they are asked to."""
    here, page = [stage.cycle.slug, stage.kind_slug], record.WAITS.page
    if page:
        return reverse(page, args=[*here, record.pk])
    return f"{reverse('contribution_new', args=here)}?about={key_of(record)}"


def _due(model, cycles):
    rows = model.WAITS.due(model.objects.filter(stage__cycle__in=cycles)).order_by()
    rows = rows.annotate(room=Value(model.SLUG, output_field=CharField()), day=F(model.WAITS.day))
    return rows.values_list("pk", "title", "day", "stage_id", "room")
