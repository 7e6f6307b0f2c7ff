"""Taking out what a stage holds: anybody may, and gets what they may read."""

from django.http import Http404, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from cycle.views.finding import records_or_404, stage_or_404
from people.answering import page, way_back
from people.policy import open_to

from ..moving.exporting import TYPES
from ..moving.records import as_csv, as_json, as_xlsx, columns_of


@open_to("anyone")
@require_safe
def work_export(request, slug, kind):
    """What the files of a stage's work hold, and the ways to them."""
    stage = stage_or_404(request, slug, kind)
    context = {
        "stage": stage,
        "crumbs": way_back(stage.cycle, stage),
        "whole": [(form, reverse("work_export_file", args=[slug, kind, form])) for form in ("xlsx", "json")],
        "sorts": [
            {
                "plural": model._meta.verbose_name_plural,
                "url": reverse("records_file", args=[slug, kind, model.SLUG]),
                "columns": columns_of(model),
            }
            for model in stage.kind.records
        ],
        "back_url": reverse("stage_work", args=[slug, kind]),
    }
    return page(request, "feedback/exports/work.html", context)


@open_to("anyone")
@require_safe
def work_export_file(request, slug, kind, form):
    """All that a stage holds, as a workbook with a sheet for each sort, or as JSON."""
    stage = stage_or_404(request, slug, kind)
    if form == "xlsx":
        return _file(as_xlsx(stage, request.user, _site(request)), stage, "work", form)
    if form == "json":
        about = {"cycle": stage.cycle.title, "stage": str(stage), "address": request.build_absolute_uri()}
        return _file(as_json(stage, request.user, _site(request), about), stage, "work", form)
    raise Http404


@open_to("anyone")
@require_safe
def records_file(request, slug, kind, records):
    """One sort of record of a stage as CSV."""
    stage = stage_or_404(request, slug, kind)
    model = records_or_404(stage, records)
    return _file(as_csv(model, stage, request.user, _site(request)), stage, model.SLUG, "csv")


def _site(request):
    return request.build_absolute_uri("/")[:-1]


def _file(pieces, stage, what, form):
    name = f"{stage.cycle.slug}-{stage.place:02}-{stage.kind_slug}-{what}-{timezone.localdate():%Y-%m-%d}.{form}"
    headers = {
        "Content-Type": TYPES[form],
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    response = StreamingHttpResponse(pieces, headers=headers)
    patch_cache_control(response, private=True, no_cache=True)
    return response
