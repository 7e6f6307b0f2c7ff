"""Having a decision looked at again because the front line asked for it (R58)."""

from django import forms
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from people.answering import attempt, done, page, stop, typed, way_back
from people.forms import Form
from people.policy import open_to

from ...views.finding import record_or_404, stage_of_kind_or_404
from . import KIND, FrontLineReport


class LookAgainForm(Form):
    """Why the decision is looked at again; everybody who may read the cycle reads it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Why is the decision looked at again?"),
        help_text=gettext_lazy("Everybody who may read the cycle reads your reason."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def look_again(request, slug, kind, pk):
    """Begin a new round of the decision's stage with a report of the front line as its cause."""
    stage = stage_of_kind_or_404(request, slug, kind, KIND)
    report = record_or_404(request, stage, FrontLineReport.SLUG, pk)
    stop(report.why_cannot_look_again(request.user))
    form = LookAgainForm(typed(request), initial={"version": report.version})
    outcome = attempt(
        form,
        lambda: report.look_again(request.user, form.cleaned_data["version"], form.cleaned_data["reason"]),
    )
    if outcome.done:
        words = _("A new round of “%(stage)s” has begun. It names this report as its cause.")
        return done(request, words % {"stage": outcome.came.stage}, outcome.came.stage)
    context = {
        "title": _("Look at the decision again"),
        "caption": report,
        "lede": _("A new round of the decision begins. Those who take part there agree anew what is open."),
        "form": form,
        "submit": _("Begin a new round"),
        "cancel_url": report.get_absolute_url(),
        "crumbs": way_back(stage.cycle, stage, report),
    }
    return page(request, "forms/page.html", context, outcome.status)


URLS = [path("front-line/<int:pk>/look-again/", look_again, name="look_again")]
