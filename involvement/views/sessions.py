"""Planning a meeting of a stage, and writing about it before and after."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.models import Event
from cycle.views.finding import cycle_or_404, stage_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.sessions import PlanForm, WriteForm, parties_of
from ..meetings import COMING, PAST, listed, page_of_meetings
from ..models import Session
from .finding import session_or_404


@open_to("anyone")
@require_safe
def stage_sessions(request, slug, kind):
    """The meetings of a stage: those that come, and those that were."""
    stage = stage_or_404(request, slug, kind)
    return _list(request, stage.cycle, stage)


@open_to("anyone")
@require_safe
def cycle_sessions(request, slug):
    """The meetings of all stages of a cycle."""
    return _list(request, cycle_or_404(request, slug))


def _list(request, cycle, stage=None):
    which = PAST if request.GET.get("which") == PAST else COMING
    shown = page_of_meetings(listed(request.user, cycle, stage), which, request.GET.get("after"))
    for session in shown:
        session.stage.cycle = cycle
    context = {
        "cycle": cycle,
        "stage": stage,
        "room": "agreement",
        "crumbs": way_back(cycle),
        "which": which,
        "sessions": shown.rows,
        "further_url": f"?which={which}&after={shown.more}" if shown.more else "",
        "first_url": "" if shown.is_first else f"?which={which}",
        "may_plan": stage and not Session.refusal_to_plan(stage, request.user),
    }
    return page(request, "involvement/sessions/list.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def session_new(request, slug, kind):
    """Plan a meeting, or write down one that was held (R74)."""
    stage = stage_or_404(request, slug, kind)
    stop(Session.refusal_to_plan(stage, request.user))
    runs = stage.cycle.standing_of(request.user).runs
    form = PlanForm(typed(request), keeps=parties_of(stage.cycle, request.user), everybody=runs)
    outcome = attempt(form, lambda: Session.plan(stage, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The meeting is written down."), outcome.came)
    context = {
        "title": _("Plan a meeting"),
        "caption": stage,
        "lede": _("A meeting of a group, or of everybody who takes part. You can write down how it went afterwards."),
        "form": form,
        "submit": _("Save the meeting"),
        "cancel_url": stage.get_absolute_url(),
        "crumbs": way_back(stage.cycle, stage),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def session_edit(request, slug, kind, pk):
    """Write more about a meeting: its plan, its notes, how it went (R74)."""
    found = session_or_404(request, slug, kind, pk)
    stop(found.refusal_to_write(request.user))
    initial = {name: getattr(found, name) for name in (*Session.WRITTEN, "version")}
    form = WriteForm(typed(request), initial=initial)
    outcome = attempt(form, lambda: found.write(request.user, form.cleaned_data["version"], **form.said))
    if outcome.done:
        return done(request, _("The meeting is saved."), found)
    context = {
        "title": _("Write about this meeting"),
        "caption": found,
        "form": form,
        "submit": _("Save the meeting"),
        "cancel_url": found.get_absolute_url(),
        "crumbs": way_back(found.stage.cycle, found.stage, found),
    }
    if outcome.current:
        last = Event.objects.of(found).select_related("by").last()
        context |= {"beside": form.beside(outcome.current), "their_name": last.by.name, "at": last.at}
    return page(request, "cycle/record_edit.html", context, outcome.status)
