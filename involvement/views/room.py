"""Reading agreements: the room that every stage begins with, and each version as a page of its own."""

from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from .. import sentences
from ..forms.drafting import OverrideForm
from ..models import Override, Readiness
from ..room import room_for
from ..version import version_for
from .finding import version_or_404


@open_to("anyone")
@require_safe
def stage(request, slug, kind):
    """What is agreed in a stage's round, what changed since, and what this person may do about it."""
    found = stage_or_404(request, slug, kind)
    here = room_for(found, request.user)
    speaks_for = here.voices[0].party if len(here.voices) == 1 else ""
    context = {"stage": found, "status": here.status, "here": here, "room": "agreement", "acting_for": speaks_for}
    context["readiness"] = Readiness.objects.now(found)
    return render(request, "involvement/room.html", context)


@open_to("anyone")
@require_safe
def agreement_version(request, slug, kind, round, version):
    """One version of an agreement, with what it changed and everything that was said to it."""
    found = stage_or_404(request, slug, kind)
    agreement = version_or_404(request, found, round, version)
    context = {"stage": found, "here": version_for(agreement, request.user), "room": "agreement"}
    return render(request, "involvement/version.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def override(request, slug, kind):
    """Open a stage without an agreement in force, with a reason for all to read."""
    found = stage_or_404(request, slug, kind)
    stop(Override.refusal(found, request.user))
    form = OverrideForm(typed(request))
    outcome = attempt(form, lambda: Override.open(found, request.user, form.cleaned_data["reason"]))
    if outcome.done:
        return done(request, sentences.OVERRIDDEN, found)
    return page(request, "involvement/override.html", {"stage": found, "form": form}, outcome.status)
