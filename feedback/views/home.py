"""The first page: what waits for the one who reads it; for everybody else what this is."""

from django.views.decorators.http import require_safe

from cycle.models import Cycle
from cycle.models.cycle import learn_standings
from cycle.start import authorities_of
from people.answering import page
from people.jobs import jobs_to_tell
from people.models import Draft
from people.policy import open_to

from ..news import news_of
from ..notices import unread
from ..waiting import waiting_for


@require_safe
@open_to("anyone")
def home(request):
    """What waits for this person and what moved in their cycles, or what this site is and what anyone may read."""
    if not request.user.is_authenticated:
        return page(request, "feedback/welcome.html", {"cycles": Cycle.objects.published()})
    cycles = list(Cycle.objects.joined_by(request.user).select_related("authority"))
    learn_standings(request.user, cycles)
    own = list(authorities_of(request.user))
    context = {
        "waiting": waiting_for(request.user, cycles),
        "drafts": Draft.objects.of(request.user).for_list(),
        "unread": unread(request.user, cycles),
        "jobs": jobs_to_tell(request.user),
        "mine": news_of(request.user, cycles),
        "others": Cycle.objects.published(beside=cycles),
        "may_start": bool(own),
        "own": own,
        "in_figures": _in_figures(own, cycles, request.user),
    }
    return page(request, "feedback/home.html", context)


def _in_figures(own, cycles, person):
    """The authorities whose dashboard this person works with: their own, and those for which they hold a seat."""
    seated = {cycle.authority for cycle in cycles if cycle.standing_of(person).roles}
    return sorted({*own, *seated}, key=lambda authority: authority.name)
