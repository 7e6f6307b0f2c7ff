"""The involvement itself: how both sides rate a stage, and a whole cycle of what it changed and who has the say."""

from django.contrib.auth.views import redirect_to_login
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.models import KINDS, Cycle
from cycle.views.finding import cycle_or_404, stage_or_404
from people.answering import attempt, done, page, stop, way_back
from people.policy import open_to

from ..evaluating.decisions import changed_at_a_glance, weighed_at_a_glance
from ..evaluating.obstacles import obstacles_of
from ..evaluating.power import cycles_at_a_glance, power_at_a_glance
from ..evaluating.ratings import over_rounds, ratings_of
from ..forms.rating import RatingForm
from ..models import Rating
from ..models.unnamed import MINIMUM

RATED = _("Thank you. Your answer is kept without your name. It is shown only in a count of five people or more.")
MOST_CYCLES = 20


@open_to("anyone")
@require_http_methods(["GET", "HEAD", "POST"])
def stage_ratings(request, slug, kind):
    """How both sides say that taking part went in a stage; a POST says it, without naming who does (R62)."""
    stage = stage_or_404(request, slug, kind)
    if request.method != "POST":
        return _page(request, stage, RatingForm(None))
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    stop(Rating.refusal(stage, request.user))
    form = RatingForm(request.POST)
    outcome = attempt(form, lambda: Rating.rate(stage, request.user, form.numbers))
    if outcome.done:
        return done(request, RATED, request.path)
    return _page(request, stage, form, outcome.status)


def _page(request, stage, form, status=200):
    refusal = Rating.refusal(stage, request.user)
    context = {
        "stage": stage,
        "room": "openness",
        "glances": ratings_of(stage),
        "minimum": MINIMUM,
        "form": form,
        "refusal": refusal,
        "has_rated": not refusal and Rating.is_given_by(request.user, stage),
    }
    return page(request, "feedback/evaluation/stage.html", context, status)


@open_to("anyone")
@require_safe
def cycle_evaluation(request, slug):
    """What taking part came to in a whole cycle: ratings, decisions changed and influenced, and who has the say."""
    cycle = cycle_or_404(request, slug)
    reader = request.user
    found = [
        over_rounds(cycle),
        changed_at_a_glance(cycle, reader),
        *_of_kinds(cycle, reader),
        weighed_at_a_glance(cycle, reader),
        power_at_a_glance(cycle),
        obstacles_of(cycle),
        cycles_at_a_glance(_cycles_beside(cycle, reader)),
    ]
    context = {"cycle": cycle, "glances": [each for each in found if each], "crumbs": way_back(cycle)}
    return page(request, "feedback/evaluation/cycle.html", context)


def _of_kinds(cycle, reader):
    """What the kinds themselves show of the involvement."""
    stages = {stage.kind_slug: stage for stage in cycle.stages.all()}
    for kind in KINDS.values():
        stages[kind.slug].cycle = cycle
        yield from (make(stages[kind.slug], reader) for make in kind.on_involvement)


def _cycles_beside(cycle, reader):
    """The last cycles of the same authority that this reader may know of, oldest first."""
    known = Cycle.objects.visible_to(reader).filter(authority=cycle.authority_id).order_by("-pk")
    return list(known[:MOST_CYCLES])[::-1]
