"""The blank sheet of the needs: turned over once, with who was asked on it (R32)."""

from django import forms
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from people.answering import attempt, done, page, stop, typed, way_back
from people.forms import Form
from people.policy import open_to

from ...views.finding import stage_of_kind_or_404
from ...views.records import list_url
from . import KIND, BlankSheet, Service


class TurnForm(Form):
    """Who was asked on the blank sheet."""

    words = forms.CharField(
        label=gettext_lazy("Who was asked, and who was not?"),
        help_text=gettext_lazy("Everybody reads this. People who stopped using the service, or never did, count too."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    advises = ("words",)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def blank_sheet(request, slug, kind):
    """Turn the sheet over, so that the services that there are can be listed."""
    stage = stage_of_kind_or_404(request, slug, kind, KIND)
    stop(BlankSheet.why_cannot_turn(stage, request.user))
    form = TurnForm(typed(request))
    outcome = attempt(form, lambda: BlankSheet.turn(stage, request.user, form.cleaned_data["words"]))
    if outcome.done:
        return done(request, _("The sheet is turned over. Services can be listed now."), list_url(stage, Service))
    context = {
        "title": _("Turn the blank sheet over"),
        "caption": stage,
        "lede": _("People have said what they need without seeing what there is. After this, services can be listed."),
        "form": form,
        "submit": _("Turn it over"),
        "cancel_url": list_url(stage, stage.kind.record),
        "crumbs": way_back(stage.cycle, stage),
    }
    return page(request, "forms/page.html", context, outcome.status)


URLS = [path("blank-sheet/", blank_sheet, name="blank_sheet")]
