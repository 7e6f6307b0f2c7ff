"""Finishing a stage: what stands in the way, and the reason that everybody reads when people still wait."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cycle.looking_back import FINDING, REVIEW, found_about
from cycle.models.cycle import NOT_AN_OFFICER
from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from ..finishing import finish_stage, gaps_of
from ..forms.answers import FinishForm
from ..models import Contribution
from ..showing import shown
from .records import ABOUT

NAMED = 10  # so many of those who wait are listed; the list of contributions has the rest


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def stage_finish(request, slug, kind):
    """Finish a stage, when nothing stands in the way or a published reason says why it ends all the same (R82)."""
    stage = stage_or_404(request, slug, kind)
    stop("" if stage.cycle.standing_of(request.user).runs else NOT_AN_OFFICER)
    unanswered = Contribution.objects.in_stage(stage).owed()
    count = unanswered.count()
    gaps = gaps_of(stage, request.user)
    form = FinishForm(typed(request), waiting=count, gaps=gaps)
    outcome = attempt(form, lambda: finish_stage(stage, request.user, form.cleaned_data["reason"]))
    if outcome.done:
        return done(request, _("This stage is finished."), stage)
    context = {
        "stage": stage,
        "room": "",
        "form": form,
        "count": count,
        "gaps": gaps,
        "more": max(count - NAMED, 0),
        "waiting": shown(unanswered.for_list().order_by("due_on", "pk")[:NAMED], stage, request.user),
        "refusal": stage.refusal("finish", request.user),
        **_looked_back(stage),
    }
    return page(request, "feedback/finish.html", context, outcome.status)


def _looked_back(stage):
    """What was found about this round so far, and where more is written down; nothing for the review itself (R64)."""
    if stage.kind_slug == REVIEW:
        return {}
    url = reverse("record_new", args=[stage.cycle.slug, REVIEW, FINDING.SLUG])
    found = list(found_about(stage))
    for each in found:
        each.stage.cycle = stage.cycle
    return {"found": found, "find_url": f"{url}?{urlencode({ABOUT: stage.kind_slug})}"}
