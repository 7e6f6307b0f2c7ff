"""The information line of a cycle: what is shown, what is kept back, why, by whom, until when, and how that moved."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cycle.register import months_of, movements, movements_in, register_of
from cycle.views.finding import cycle_or_404
from people.answering import page, way_back
from people.paging import page_of
from people.policy import open_to

from ..line import kept_back
from ..models import Challenge


@open_to("anyone")
@require_safe
def information_line(request, slug):
    """Everything that is kept back in a cycle, with its reason; further pages tell only how the line moved (R14)."""
    cycle = cycle_or_404(request, slug)
    shown = page_of(movements_in(cycle), request.GET.get("before"), key="number", newest_first=True)
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "shown": shown,
        "movements": movements(shown.rows, request.user, cycle),
        "months": months_of(cycle),
        "what": _("movements"),
    }
    if shown.is_first:
        register = register_of(cycle)
        challenges = Challenge.objects.filter(cycle=cycle).for_list()
        held, settled = kept_back(register.records, challenges, request.user, cycle)
        context |= {"register": register, "held": held, "settled": settled}
    return page(request, "involvement/line.html", context)
