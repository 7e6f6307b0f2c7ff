"""The work of a stage at a glance: what its kind draws, and the first few records of each sort."""

from django.urls import reverse
from django.views.decorators.http import require_safe

from cycle.models import Record
from cycle.reading import readable
from cycle.views.finding import stage_or_404
from people.answering import page
from people.policy import open_to

from ..glancing import glances_for

FEW = 5


@open_to("anyone")
@require_safe
def stage_work(request, slug, kind):
    """All that a stage holds, in short; as many queries as it has sorts of records and drawings ask."""
    stage = stage_or_404(request, slug, kind)
    runs = stage.cycle.standing_of(request.user).runs
    context = {
        "stage": stage,
        "room": "work",
        "glances": glances_for(stage, request.user),
        "ways": [way for ways in stage.kind.ways for way in ways(stage, request.user)],
        "sorts": [_sort(model, stage, request.user) for model in stage.kind.records],
        "gaps": stage.kind.gaps_in(stage) if runs and stage.state in ("preparing", "open") else [],
        "runs": runs,
    }
    return page(request, "feedback/work.html", context)


def _sort(model, stage, person):
    """The newest few records of one sort, whether there are more, and the ways to all of them and to a new one."""
    here = [stage.cycle.slug, stage.kind_slug, model.SLUG]
    in_order = model._meta.ordering != Record.Meta.ordering  # else the newest first
    rows = model.objects.in_stage(stage).order_by(*(model._meta.ordering if in_order else ["-pk"]))
    rows = list(rows[: FEW + 1])
    shown = readable(rows[:FEW], person, stage.cycle)
    stubs = [each for each in shown if hasattr(each, "is_stub")]
    return {
        "model": model,
        "slug": model.SLUG,
        "plural": model._meta.verbose_name_plural,
        "about": model.ABOUT,
        "prompt": model.PROMPT,
        "rows": [each for each in shown if each not in stubs],
        "hidden": len(stubs),
        "more": len(rows) > FEW,
        "url": reverse("records", args=here),
        "add": model.ADD,
        "new_url": reverse("record_new", args=here),
        "refusal": model.why_cannot_add(stage, person),
    }
