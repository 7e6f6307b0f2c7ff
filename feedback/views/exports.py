"""Taking out what was said: anybody may, and gets what they may read."""

from django.http import Http404, StreamingHttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from cycle.views.finding import cycle_or_404, stage_or_404
from people.answering import page, way_back
from people.policy import open_to

from ..asking import Asking
from ..counting import at_most
from ..forms.asking import AskingForm
from ..models import Contribution
from ..moving.columns import ANSWER, CONTRIBUTION
from ..moving.exporting import TYPES, as_csv, as_json, file_name, lines_of, xlsx_pieces
from ..showing import hidden_in_words


@require_safe
@open_to("anyone")
def export(request, slug, kind):
    """What an export of a stage holds, column by column, and the ways to it."""
    stage = stage_or_404(request, slug, kind)
    return _page(request, stage.cycle, stage, reverse("contributions", args=[slug, kind]))


@require_safe
@open_to("anyone")
def export_file(request, slug, kind, form):
    """What was said in a stage as CSV, XLSX or JSON, with the filters of the list."""
    stage = stage_or_404(request, slug, kind)
    return _file(request, stage.cycle, stage, form)


@require_safe
@open_to("anyone")
def cycle_export(request, slug):
    """What an export of a whole cycle holds, and the ways to it."""
    cycle = cycle_or_404(request, slug)
    return _page(request, cycle, None, cycle.get_absolute_url())


@require_safe
@open_to("anyone")
def cycle_export_file(request, slug, form):
    """What was said in a whole cycle, stage by stage."""
    return _file(request, cycle_or_404(request, slug), None, form)


def _page(request, cycle, stage, back_url):
    asking = Asking.from_query(request.GET) if stage else Asking()
    every = Contribution.objects.in_cycle(cycle).visible_to(request.user, cycle)
    rows = asking.rows(stage, request.user) if stage else every
    args = [cycle.slug, stage.kind_slug] if stage else [cycle.slug]
    name = "export_file" if stage else "cycle_export_file"
    query = asking.to_query()
    context = {
        "cycle": cycle,
        "stage": stage,
        "room": "contributions",
        "crumbs": way_back(cycle, stage) if stage else way_back(cycle),
        "filters": AskingForm(asking, stage, request.user) if stage else None,
        "count": at_most(rows),
        "files": [(form, reverse(name, args=[*args, form]) + (f"?{query}" if query else "")) for form in TYPES],
        "columns": CONTRIBUTION,
        "answer_columns": ANSWER,
        "hidden": hidden_in_words(stage, request.user) if stage else [],
        "back_url": back_url,
    }
    return page(request, "feedback/exports/page.html", context)


def _file(request, cycle, stage, form):
    if form not in TYPES:
        raise Http404
    asking = Asking.from_query(request.GET) if stage else Asking()
    stages = [stage] if stage else list(cycle.stages.order_by("place"))
    for each in stages:
        each.cycle = cycle
    pages = lines_of(stages, request.user, asking, request.build_absolute_uri("/")[:-1])
    about = {"cycle": cycle.title, "stage": str(stage) if stage else None, "address": request.build_absolute_uri()}
    pieces = {"csv": as_csv, "xlsx": xlsx_pieces, "json": lambda pages: as_json(pages, about)}[form](pages)
    headers = {
        "Content-Type": TYPES[form],
        "Content-Disposition": f'attachment; filename="{file_name(cycle, stage, form)}"',
        "X-Content-Type-Options": "nosniff",
    }
    response = StreamingHttpResponse(pieces, headers=headers)
    patch_cache_control(response, private=True, no_cache=True)
    return response
