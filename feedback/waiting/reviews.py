"""Withheld records whose day of looking at them again has come (R14, R41)."""

from django.db.models import CharField, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from cycle.models import RECORDS

from .row import Waiting


def to_review(person, stages, known):
    """The withheld records whose day has come, for the officers who look at them again (R14, R41)."""
    run = {
        stage.cycle_id
        for stage in stages.values()
        if stage.cycle.standing_of(person).runs and not stage.cycle.is_closed
    }
    if not run:
        return
    first, *others = (_due_for_review(model, run) for model in RECORDS)
    for pk, title, review_on, stage_id, room in first.union(*others, all=True):
        stage = stages[stage_id]
        url = reverse("record", args=[stage.cycle.slug, stage.kind_slug, room, pk])
        sentence = _("Look again at whether this has to stay withheld: %(title)s") % {"title": title}
        yield Waiting(sentence, url, stage.cycle.title, review_on, str(stage))


def _due_for_review(model, cycles):
    due = model.objects.to_review(cycles).order_by().annotate(room=Value(model.SLUG, output_field=CharField()))
    return due.values_list("pk", "title", "review_on", "stage_id", "room")
