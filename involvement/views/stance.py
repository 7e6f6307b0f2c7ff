"""The authority says for all to read how open it is in a stage."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from .. import sentences
from ..forms.stance import StanceForm
from ..models import Stance


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def stance_new(request, slug, kind):
    """State how open the authority is in a stage; what it said before stays to be read (R23)."""
    stage = stage_or_404(request, slug, kind)
    stop(Stance.refusal(stage, request.user))
    form = StanceForm(typed(request))
    outcome = attempt(form, lambda: Stance.state(stage, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, sentences.STATED, outcome.came)
    context = {
        "title": _("Say how open the authority is"),
        "caption": stage,
        "lede": _("It stands for all to read, beside what people say. What was said before stays there, too."),
        "form": form,
        "submit": _("Say so"),
        "cancel_url": Stance(stage=stage).get_absolute_url(),
        "crumbs": way_back(stage.cycle, stage),
    }
    return page(request, "forms/page.html", context, outcome.status)
