"""The questions that people asked, each beside its answer, or beside the day by which one is due (R79)."""

from django.views.decorators.http import require_safe

from cycle.views.finding import cycle_or_404, stage_or_404
from people.answering import page, way_back
from people.paging import page_of
from people.policy import open_to

from ..models import Contribution
from ..showing import shown_in_cycle


@require_safe
@open_to("anyone")
def stage_questions(request, slug, kind):
    """The questions of one stage."""
    stage = stage_or_404(request, slug, kind)
    rows = Contribution.objects.in_stage(stage)
    context = {"stage": stage, "room": "contributions"}
    return _page(request, stage.cycle, rows, "feedback/questions_of_stage.html", context)


@require_safe
@open_to("anyone")
def cycle_questions(request, slug):
    """The questions of a whole cycle."""
    cycle = cycle_or_404(request, slug)
    context = {"cycle": cycle, "crumbs": way_back(cycle)}
    return _page(request, cycle, Contribution.objects.in_cycle(cycle), "feedback/questions_of_cycle.html", context)


def _page(request, cycle, rows, template, context):
    """A page of the questions among these that the reader may read, newest first."""
    asked = rows.visible_to(request.user, cycle).in_cycle(cycle).questions().for_list()
    found = page_of(asked, request.GET.get("after"), newest_first=True)
    context |= {
        "said": shown_in_cycle(found, cycle, request.user),
        "older_url": f"?after={found.more}" if found.more else "",
        "newer_url": "" if found.is_first else request.path,
    }
    return page(request, template, context)
