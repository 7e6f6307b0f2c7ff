"""Planning a meeting of a stage, and writing about it before and after."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cycle.models import Event
from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.sessions import PlanForm, WriteForm, parties_of
from ..models import Session
from .finding import session_or_404


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
