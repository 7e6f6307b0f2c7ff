"""Explaining why an agreement lapsed, and what users' groups say of that (R81)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.lapses import ExplanationForm, ExplanationVerdictForm
from ..lapses import lapse_of
from ..models import Explanation


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def explanation_new(request, slug, kind, sort):
    """Explain for the authority why the agreement of a stage lapsed in this way."""
    stage = stage_or_404(request, slug, kind)
    lapse = lapse_of(stage, sort.replace("-", " "))
    if lapse is None:
        raise Http404
    stop(Explanation.refusal_to_give(stage, request.user))
    form = ExplanationForm(typed(request))
    outcome = attempt(form, lambda: Explanation.give(lapse, request.user, form.cleaned_data["words"]))
    if outcome.done:
        return done(request, _("Your explanation is there for all to read."), stage)
    context = {
        "title": _("Explain why the agreement lapsed"),
        "submit": _("Publish the explanation"),
        "lapse": lapse,
        **_around(stage, form),
    }
    return page(request, "feedback/lapses/form.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def explanation_verdict(request, slug, kind, pk, participant):
    """Say for a users' group whether an explanation explains it."""
    stage = stage_or_404(request, slug, kind)
    found = get_object_or_404(Explanation, stage=stage, pk=pk)
    found.stage = stage
    party = get_object_or_404(stage.cycle.participants.active(), pk=participant)
    stop(found.refusal_to_judge(party, request.user))
    form = ExplanationVerdictForm(typed(request))
    outcome = attempt(form, lambda: found.judge(request.user, party, **form.cleaned_data))
    if outcome.done:
        return done(request, _("Thank you. What you said is shown next to it."), stage)
    context = {
        "title": _("Does this explain it?"),
        "submit": _("Say so"),
        "explanation": found,
        "lede": _("You say it for %(party)s.") % {"party": party},
        **_around(stage, form),
    }
    return page(request, "feedback/lapses/form.html", context, outcome.status)


def _around(stage, form):
    return {
        "caption": stage,
        "form": form,
        "cancel_url": stage.get_absolute_url(),
        "crumbs": way_back(stage.cycle, stage),
    }
