"""Talks that officers held without users, declared: of a stage, of the whole cycle (R26)."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.kinds import KINDS
from cycle.views.finding import cycle_or_404, stage_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from ..forms.talks import TalkForm
from ..models import Talk


@open_to("anyone")
@require_safe
def stage_talks(request, slug, kind):
    """The talks of a stage that were held without users, newest first."""
    stage = stage_or_404(request, slug, kind)
    rows = Talk.objects.in_stage(stage).visible_to(request.user, stage.cycle)
    context = {"stage": stage, "room": "agreement", "refusal": Talk.refusal_to_declare(stage, request.user)}
    return _list(request, stage.cycle, rows, context)


@open_to("anyone")
@require_safe
def cycle_talks(request, slug):
    """The talks of all stages, with how many there were in each."""
    cycle = cycle_or_404(request, slug)
    rows = Talk.objects.in_cycle(cycle).visible_to(request.user, cycle)
    counts = [(KINDS[kind].name, number) for kind, number in rows.counted_by_stage()]
    return _list(request, cycle, rows, {"counts": counts, "crumbs": way_back(cycle)})


def _list(request, cycle, rows, context):
    shown = page_of(rows.for_list(), request.GET.get("after"), newest_first=True)
    for talk in shown:
        talk.stage.cycle = cycle
    standing = cycle.standing_of(request.user)
    context |= {
        "cycle": cycle,
        "talks": [(talk, not talk.refusal_to_change(request.user)) for talk in shown],
        "is_involved": standing.is_involved,
        "has_seat": bool(standing.roles),
        "older_url": f"?after={shown.more}" if shown.more else "",
        "newer_url": "" if shown.is_first else request.path,
    }
    return page(request, "involvement/talks/list.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def talk_new(request, slug, kind):
    """Declare a talk that was held without users."""
    stage = stage_or_404(request, slug, kind)
    stop(Talk.refusal_to_declare(stage, request.user))
    form = TalkForm(typed(request))
    outcome = attempt(form, lambda: Talk.declare(stage, request.user, token=form.cleaned_data["token"], **form.said))
    if outcome.done:
        return done(request, _("The talk is declared. Everybody who may read it can see it now."), outcome.came)
    context = _context(stage, form, _("Declare a talk held without users"))
    return page(request, "involvement/talks/form.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def talk_edit(request, slug, kind, pk):
    """Write more about a declared talk, such as what came of it later."""
    stage = stage_or_404(request, slug, kind)
    found = get_object_or_404(Talk.objects.in_stage(stage).visible_to(request.user, stage.cycle), pk=pk)
    found.stage = stage
    stop(found.refusal_to_change(request.user))
    form = TalkForm(typed(request), initial={name: getattr(found, name) for name in (*Talk.SAID, "version")})
    outcome = attempt(form, lambda: found.change(request.user, form.cleaned_data["version"] or 0, **form.said))
    if outcome.done:
        return done(request, _("It is saved. What stood there before stays in the history."), found)
    context = _context(stage, form, _("Write more about this talk"))
    if outcome.current:
        context["beside"] = form.beside(outcome.current)
    return page(request, "involvement/talks/form.html", context, outcome.status)


def _context(stage, form, title):
    return {
        "title": title,
        "caption": stage,
        "stage": stage,
        "form": form,
        "submit": _("Save the talk"),
        "cancel_url": Talk(stage=stage).get_absolute_url().partition("#")[0],
        "crumbs": way_back(stage.cycle, stage),
    }
