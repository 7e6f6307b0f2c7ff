"""How open a stage is: what the authority says, how people place it, and a whole cycle of both."""

from django.contrib.auth.views import redirect_to_login
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import cycle_or_404, stage_or_404
from involvement.models import Stance
from people.answering import attempt, done, page, stop, way_back
from people.paging import page_of
from people.policy import open_to

from ..congruence import entries_of, events_of, figure_of, has_placed, now_of, round_lines
from ..evaluating.ratings import newest_of
from ..forms.placing import PlacingForm
from ..models import Placing
from ..models.placing import MINIMUM

PLACED = _("Thank you. Your answer is kept without your name. It is shown only in a count of five people or more.")


@open_to("anyone")
@require_http_methods(["GET", "HEAD", "POST"])
def stage_openness(request, slug, kind):
    """The authority's stance beside how people place it; a POST places it, without naming who does (R23)."""
    stage = stage_or_404(request, slug, kind)
    if request.method != "POST":
        return _page(request, stage, PlacingForm(None))
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    stop(Placing.refusal(stage, request.user))
    form = PlacingForm(request.POST)
    outcome = attempt(form, lambda: Placing.place(stage, request.user, form.cleaned_data["position"]))
    if outcome.done:
        return done(request, PLACED, request.path)
    return _page(request, stage, form, outcome.status)


def _page(request, stage, form, status=200):
    events = page_of(events_of(stage), request.GET.get("before"), key="number", newest_first=True)
    refusal = Placing.refusal(stage, request.user)
    context = {
        "stage": stage,
        "room": "openness",
        "now": now_of(stage),
        "shown": events,
        "entries": entries_of(events.rows),
        "figure": figure_of(stage),
        "rated": newest_of(stage),
        "minimum": MINIMUM,
        "form": form,
        "refusal": refusal,
        "has_placed": not refusal and has_placed(request.user, stage),
        "stance_refusal": Stance.refusal(stage, request.user),
        "runs": stage.cycle.standing_of(request.user).runs,
    }
    return page(request, "feedback/congruence/stage.html", context, status)


@open_to("anyone")
@require_safe
def cycle_openness(request, slug):
    """Every stage of a cycle with its stance and its last count, round by round (R23)."""
    cycle = cycle_or_404(request, slug)
    context = {"cycle": cycle, "lines": round_lines(cycle), "minimum": MINIMUM, "crumbs": way_back(cycle)}
    return page(request, "feedback/congruence/cycle.html", context)
