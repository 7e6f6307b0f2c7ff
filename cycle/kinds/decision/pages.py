"""The page on which it is written down what came of a call-in (R50)."""

from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ...forms.call_ins import CallInOutcomeForm
from ...views.finding import record_or_404, stage_of_kind_or_404
from . import KIND
from .call_in import CallIn


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def call_in_outcome(request, slug, kind, pk):
    """Write down what came of it; sent back or overturned, a new round of the stage begins."""
    stage = stage_of_kind_or_404(request, slug, kind, KIND)
    found = record_or_404(request, stage, CallIn.SLUG, pk)
    stop(found.why_cannot_settle(request.user))
    outcomes = [each for each in CallIn.State.choices if each[0] in CallIn.MOVES]
    form = CallInOutcomeForm(typed(request), choices=outcomes)
    outcome = attempt(form, lambda: found.settle(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _told(found, form.cleaned_data["outcome"]), found)
    context = {
        "stage": stage,
        "room": CallIn.SLUG,
        "call_in": found,
        "form": form,
        "crumbs": way_back(stage.cycle, stage, found),
    }
    return page(request, "cycle/call_in_outcome.html", context, outcome.status)


def _told(call_in, outcome):
    """What whoever wrote it down is told: whether a new round has begun."""
    if outcome in CallIn.AGAIN:
        return _("It is written down. A new round of this stage takes it up.")
    return _("It is written down. The decision stands.")


URLS = [path("call-ins/<int:pk>/outcome/", call_in_outcome, name="call_in_outcome")]
