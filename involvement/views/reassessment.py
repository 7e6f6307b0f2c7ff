"""What survives a change of control: the page for everybody, and one stage after the other for the officers (R31)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.models import Reassessment, Survival
from cycle.views.finding import cycle_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..comparing import differences
from ..forms.hidden import catch_up
from ..forms.reassessment import JudgementForm
from ..status import status_of
from ..surviving import look_at, row_of


@open_to("anyone")
@require_safe
def reassessment(request, slug, number):
    """What changed, and which stages survive it, for whoever may read what changed."""
    found = reassessment_or_404(request, slug, number)
    cycle = found.event.cycle
    context = {"cycle": cycle, "look": look_at(found, request.user), "crumbs": way_back(cycle)}
    return page(request, "involvement/reassessment.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def survival(request, slug, number, kind):
    """Say what becomes of one stage, and go on to the next one that waits."""
    found = reassessment_or_404(request, slug, number)
    look = look_at(found, request.user)
    judged = next((each for each in look.survivals if each.stage.kind_slug == kind), None)
    if judged is None:
        raise Http404(_("This stage was not under way then."))
    stop(judged.why_cannot_judge(request.user))
    form = JudgementForm(typed(request), survival=judged, said_last=_said_last(look))
    outcome = attempt(form, lambda: judged.judge(request.user, **form.cleaned_data))
    if outcome.done:
        return _go_on(request, found, judged, outcome.came)
    context = {
        "title": _("Does “%(stage)s” survive?") % {"stage": judged},
        "caption": found.record,
        "look": look,
        "row": row_of(judged, status_of(judged.stage)),
        "apart": _apart(form, outcome.current),
        "form": form,
        "submit": _("Save and go on"),
        "cancel_url": found.get_absolute_url(),
        "crumbs": way_back(found.event.cycle, found),
    }
    return page(request, "involvement/survival.html", context, outcome.status)


def reassessment_or_404(request, slug, number):
    """The Reassessment with this number, when the reader may read the record that began it. Raises Http404."""
    cycle = cycle_or_404(request, slug)
    rows = Reassessment.objects.in_cycle(cycle).prefetch_related("survivals__stage", "survivals__event__by")
    found = get_object_or_404(rows, event__number=number)
    found.event.cycle = found.record.stage.cycle = cycle
    if not cycle.standing_of(request.user).may_read(found.record.openness):
        raise Http404
    return found


def _said_last(look):
    """Who spoke last in this reassessment: mostly the same body speaks of the next stage."""
    judged = [each for each in look.survivals if each.is_judged]
    return max(judged, key=lambda each: each.stamp).said_by if judged else ""


def _go_on(request, found, judged, event):
    """Tell what was saved, and lead to the next stage that waits, or back to the whole."""
    if event is None:
        return done(request, _("Nothing was different, so nothing was changed."), found)
    said = _("“%(stage)s” is saved: %(outcome)s.") % {"stage": judged, "outcome": judged.get_outcome_display()}
    following = found.survivals.select_related("stage").filter(event__isnull=True).order_by("stage__place").first()
    if following is None:
        return done(request, said + " " + _("Every stage is looked at now."), found)
    address = reverse("survival", args=[found.event.cycle.slug, found.event.number, following.stage.kind_slug])
    return done(request, said + " " + _("Now the next one."), address)


def _apart(form, current):
    """Where what was typed differs from what somebody else has saved meanwhile; the form goes on from there."""
    if current is None:
        return []
    names = Survival.JUDGEMENT
    mine = Survival(**{name: form.cleaned_data[name] for name in names})
    catch_up(form, seen=current.stamp)
    return differences(current, mine, names)
