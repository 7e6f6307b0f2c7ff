"""The newcomer's page: what somebody who joins half-way has to know."""

from django.views.decorators.http import require_safe

from cycle.views.finding import cycle_or_404
from people.answering import page, way_back
from people.policy import open_to

from ..newcomer import newcomer_of
from ..waiting import waiting_for


@require_safe
@open_to("anyone")
def newcomer(request, slug):
    """What this cycle is, where it stands, what was settled and why, who is who, and the reader's own part (R89)."""
    cycle = cycle_or_404(request, slug)
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "here": newcomer_of(cycle, request.user),
        "standing": cycle.standing_of(request.user),
        "waiting": waiting_for(request.user, [cycle]),
    }
    return page(request, "feedback/newcomer.html", context)
