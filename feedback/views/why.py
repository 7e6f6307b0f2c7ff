"""Why something is as it is: one page that walks back from a record (R65)."""

from django.views.decorators.http import require_safe

from cycle.views.finding import record_or_404, records_or_404, stage_or_404
from people.answering import page, way_back
from people.policy import open_to

from ..why import why_of


@open_to("anyone")
@require_safe
def why(request, slug, kind, records, pk):
    """What a record rests on, who said what, who agreed and decided, what pressed, and what followed from it."""
    stage = stage_or_404(request, slug, kind)
    records_or_404(stage, records)
    record = record_or_404(request, stage, records, pk)
    record.stage = stage
    context = {"stage": stage, "crumbs": way_back(stage.cycle, stage, record), "why": why_of(record, request.user)}
    return page(request, "feedback/why/page.html", context)
