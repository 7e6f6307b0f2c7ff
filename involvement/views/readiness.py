"""How ready a stage is: reading it, and writing it down before a round is agreed (R15)."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed
from people.paging import page_of
from people.policy import open_to

from ..comparing import differences
from ..forms.hidden import catch_up
from ..forms.readiness import ReadinessForm
from ..models import Readiness
from ..models.readiness import why_cannot_write


@open_to("anyone")
@require_safe
def readiness(request, slug, kind):
    """How ready a stage was in each of its rounds, the newest first."""
    stage = stage_or_404(request, slug, kind)
    shown = page_of(Readiness.objects.in_stage(stage), request.GET.get("before"), newest_first=True)
    context = {
        "stage": stage,
        "room": "agreement",
        "shown": shown,
        "runs": stage.cycle.standing_of(request.user).runs,
        "refusal": why_cannot_write(stage, request.user),
    }
    return page(request, "involvement/readiness.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def readiness_new(request, slug, kind):
    """Write down how ready the stage is; what was written last stands in the form already."""
    stage = stage_or_404(request, slug, kind)
    stop(why_cannot_write(stage, request.user))
    now, last = Readiness.objects.now(stage), Readiness.objects.to_start_from(stage)
    start = {name: getattr(last, name) for name in Readiness.SAID} if last else {}
    form = ReadinessForm(typed(request), initial=start | {"seen": now.pk if now else 0})
    outcome = attempt(form, lambda: Readiness.write(stage, request.user, seen=form.cleaned_data["seen"], **form.said))
    if outcome.done:
        return done(request, _("It is written down how ready this stage is."), stage)
    apart = []
    if outcome.current:
        apart = differences(outcome.current, form.instance, Readiness.SAID)
        catch_up(form, seen=outcome.current.pk)
    context = {"stage": stage, "form": form, "apart": apart, "last": last}
    return page(request, "involvement/readiness_new.html", context, outcome.status)
