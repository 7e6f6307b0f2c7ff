"""The whole cycle: the ring of its stages and the list of them."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cycle.snapshot import label_of
from cycle.views.finding import cycle_or_404
from involvement.surviving import looks_of
from people.answering import page
from people.policy import open_to

from ..before import promised_before
from ..figures import figures_in
from ..overview import overview_of
from ..state import MEANINGS, WORDS
from ..talks import talks_to_write_down
from ..waiting import waiting_for

FACTS = ("authority", "directorate", "for_whom", "horizon", "sector")


@require_safe
@open_to("anyone")
def cycle(request, slug):
    """Where every stage stands, what presses on the cycle, and what waits for this reader in it (R1, R6)."""
    found = cycle_or_404(request, slug)
    standing, overview = found.standing_of(request.user), overview_of(found, request.user)
    context = {
        "cycle": found,
        "crumbs": [{"name": _("Your page") if request.user.is_authenticated else _("Start"), "url": reverse("home")}],
        "overview": overview,
        "waiting": waiting_for(request.user, [found], {line.stage: line.status for line in overview.lines}),
        "looks": looks_of(found, request.user),
        "figures": figures_in(found),
        "sheet_url": reverse("cycle_sheet", args=[found.slug]),
        "before": promised_before(found, request.user),
        "facts": [(label_of(type(found), name), getattr(found, name)) for name in FACTS],
        "standing": standing,
        "to_write_down": talks_to_write_down(found, request.user),
        "legend": [(shape, word, MEANINGS[shape]) for shape, word in WORDS.items()],
        "publish_refusal": found.refusal("publish", request.user),
        "close_refusal": found.refusal("close", request.user),
    }
    return page(request, "feedback/cycle.html", context)
