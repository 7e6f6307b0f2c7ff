"""Figures from a file: two columns of a CSV or XLSX become the lines of a record that is still to be saved (R36)."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cycle.forms.records import new_record_form
from cycle.views.finding import records_or_404, stage_or_404
from cycle.views.records import list_url
from people.answering import attempt, page, stop, way_back
from people.policy import open_to

from ..forms.imports import FileForm
from ..moving.figures import lines_in


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def records_from_file(request, slug, kind, records):
    """Ask for the file; then the form of the record, filled in with its lines, to be looked at and saved."""
    stage = stage_or_404(request, slug, kind)
    model = records_or_404(stage, records)
    if not model.FROM_FILE:
        raise Http404
    stop(model.why_cannot_add(stage, request.user))
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    outcome = attempt(form, lambda: lines_in(form.cleaned_data["file"].read()))
    context = {
        "title": _("Take them from a file"),
        "caption": stage,
        "lede": _("The first column holds words, the second one numbers. You look at them before they are saved."),
        "form": form,
        "submit": _("Go on"),
        "cancel_url": list_url(stage, model),
        "crumbs": way_back(stage.cycle, stage),
    }
    if outcome.done:
        context |= {
            "title": model.ADD,
            "lede": "",
            "form": new_record_form(model, stage, initial={model.FROM_FILE: outcome.came}),
            "submit": _("Save"),
            "action": reverse("record_new", args=[slug, kind, records]),
        }
    return page(request, "forms/page.html", context, outcome.status)
