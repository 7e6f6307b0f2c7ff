"""A meeting, with what people get before it, what was said at it, and how it went."""

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from cycle.views.finding import stage_or_404
from involvement.models import Session
from people.answering import page
from people.paging import page_of
from people.policy import open_to

from ..models import Contribution
from ..showing import shown


@require_safe
@open_to("anyone")
def session(request, slug, kind, pk):
    """One meeting (R74); what was said at it is listed as far as the reader may read it."""
    stage = stage_or_404(request, slug, kind)
    found = get_object_or_404(Session.objects.in_stage(stage).visible_to(request.user, stage.cycle), pk=pk)
    found.stage = stage
    visible = Contribution.objects.in_stage(stage).visible_to(request.user, stage.cycle)
    rows = page_of(visible.at_session(found).for_list(), request.GET.get("after"), newest_first=True)
    refusal = found.refusal_to_write(request.user)
    context = {
        "stage": stage,
        "room": "agreement",
        "session": found,
        "said": shown(rows, stage, request.user),
        "older_url": f"?after={rows.more}" if rows.more else "",
        "newer_url": "" if rows.is_first else request.path,
        "refusal": refusal,
        "may_put_in": not refusal and stage.is_open,
        "may_call_off": not found.refusal_to_call_off(request.user),
    }
    return page(request, "feedback/session.html", context)
