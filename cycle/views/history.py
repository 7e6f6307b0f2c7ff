"""What happened in a stage and in a whole cycle, and beginning a stage once more."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from ..forms.rounds import RoundForm
from ..models import Event, HandOver, Round
from ..models.handover import why_cannot_give
from ..reading import read_events
from .finding import cycle_or_404, stage_or_404


@open_to("anyone")
@require_safe
def ledger(request, slug):
    """Everything that happened in a cycle, newest first, and how to check that nothing was taken out."""
    cycle = cycle_or_404(request, slug)
    shown, lines = _read(request, cycle, cycle.events.all())
    return page(
        request, "cycle/ledger.html", {"cycle": cycle, "shown": shown, "lines": lines, "crumbs": way_back(cycle)}
    )


@open_to("anyone")
@require_safe
def cycle_way(request, slug):
    """The way through the stages so far: each entry in its order, with its reason and where one came from (R3)."""
    cycle = cycle_or_404(request, slug)
    shown = page_of(Round.objects.in_cycle(cycle).told(), request.GET.get("after"))
    context = {
        "cycle": cycle, "crumbs": way_back(cycle), "shown": shown, "rows": _told(request, cycle, shown.rows)
    }  # fmt: skip
    return page(request, "cycle/way.html", context)


@open_to("anyone")
@require_safe
def stage_history(request, slug, kind):
    """The rounds of a stage with their reasons, what was handed over, and everything that happened in it (R3, R7)."""
    stage = stage_or_404(request, slug, kind)
    shown, lines = _read(request, stage.cycle, Event.objects.concerning(stage))
    context = {
        "stage": stage,
        "room": "history",
        "rounds": _told(request, stage.cycle, stage.rounds.told().order_by("-number")),
        "handovers": _handovers(stage),
        "give_refusal": why_cannot_give(stage, request.user),
        "shown": shown,
        "lines": lines,
        "standing": stage.cycle.standing_of(request.user),
        "refusal": stage.refusal("begin", request.user),
    }
    return page(request, "cycle/stage_history.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def stage_round(request, slug, kind):
    """Begin the first round of a stage, or a further one with its reason (R3)."""
    stage = stage_or_404(request, slug, kind)
    stop(stage.refusal("begin", request.user))
    form = RoundForm(typed(request), stage=stage)
    is_first = not stage.round_number
    outcome = attempt(form, lambda: stage.begin(request.user, **form.cleaned_data))
    if outcome.done:
        said = _("“%(stage)s” has begun. Now draft what is agreed.") if is_first else _("“%(stage)s” is begun again.")
        return done(request, said % {"stage": stage}, stage)
    context = {
        "title": _("Begin this stage") if is_first else _("Open this stage again"),
        "caption": stage,
        "lede": _("People can take part once its agreement is signed.") if is_first else "",
        "form": form,
        "submit": _("Begin") if is_first else _("Open it again"),
        "cancel_url": stage.get_absolute_url(),
        "crumbs": way_back(stage.cycle, stage),
    }
    return page(request, "forms/page.html", context, outcome.status)


def _told(request, cycle, rounds):
    """These rounds of one cycle, each with the Line of what brought it about, as this reader may have it."""
    rounds = list(rounds)
    for each in rounds:
        each.stage.cycle = cycle
        if each.came_from:
            each.came_from.cycle = cycle
    causes = [each.cause for each in rounds if each.cause]
    lines = {line.event.pk: line for line in read_events(causes, request.user, cycle)}
    return [{"round": each, "cause": lines.get(each.cause_id)} for each in rounds]


def _handovers(stage):
    """The hand-overs of this stage and for it, each with the very cycle that the page has."""
    found = list(HandOver.objects.touching(stage))
    for each in found:
        each.stage.cycle = each.for_stage.cycle = stage.cycle
    return found


def _read(request, cycle, events):
    """A page of events, newest first, and their Lines for this reader."""
    shown = page_of(
        events.select_related("by", "stage"), request.GET.get("before"), key="number", newest_first=True
    )  # fmt: skip
    return shown, read_events(shown.rows, request.user, cycle)
