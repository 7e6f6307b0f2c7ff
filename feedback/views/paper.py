"""What is printed to take part without a screen: forms with codes, letters with answers, the page before a meeting."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import stage_or_404
from involvement.models import Session
from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from ..forms.paper import PrintForm
from ..models import Batch
from ..report.on_paper import forms_of, letters_of, preparation_of
from ..voices import voices_to_enter
from .report import printed

SHOWN = 10


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def paper_forms(request, slug, kind):
    """Make forms to print for a group, or a pack for one person (R70)."""
    stage = stage_or_404(request, slug, kind)
    standing = stage.cycle.standing_of(request.user)
    stop("" if request.method == "POST" and (standing.runs or standing.keeps) else Batch.refusal(stage, request.user))
    parties = voices_to_enter(stage.cycle, request.user)
    form = PrintForm(typed(request), parties=parties)
    outcome = attempt(form, lambda: Batch.make(stage, request.user, **form.cleaned_data))
    if outcome.done:
        made = ngettext("%(count)d form is ready to print.", "%(count)d forms are ready to print.", outcome.came.number)
        return done(request, made % {"count": outcome.came.number}, outcome.came)
    batches = Batch.objects.in_stage(stage).printable_by(request.user, stage.cycle)[:SHOWN]
    context = {"stage": stage, "room": "contributions", "form": form, "batches": _at_home(batches, stage)}
    return page(request, "feedback/paper_forms.html", context, outcome.status)


def _at_home(batches, stage):
    found = list(batches)
    for batch in found:
        batch.stage = stage
    return found


@require_safe
@open_to("signed in")
def paper_forms_pdf(request, slug, kind, pk):
    """A batch of forms, or a pack, as a PDF; with `?size=large` in large print."""
    stage = stage_or_404(request, slug, kind)
    batches = Batch.objects.in_stage(stage).printable_by(request.user, stage.cycle)
    batch = get_object_or_404(batches.select_related("participant__group"), pk=pk)
    batch.stage = stage
    back = _("Go back to the paper forms")
    return printed(request, forms_of(batch, request.user), f"{slug}-{kind}-forms-{pk}", batch.get_absolute_url(), back)


@require_safe
@open_to("signed in")
def letters_pdf(request, slug, kind):
    """The letters that wait to be brought back by this person, as one PDF."""
    stage = stage_or_404(request, slug, kind)
    stop(Batch.refusal_to_carry(stage, request.user))
    back_url = reverse("bringing_back", args=[slug, kind])
    report = letters_of(stage, request.user)
    return printed(request, report, f"{slug}-{kind}-letters", back_url, _("Go back to the answers"))


@require_safe
@open_to("anyone")
def session_pdf(request, slug, kind, pk):
    """The page that people get before a meeting, as a PDF (R74)."""
    stage = stage_or_404(request, slug, kind)
    session = get_object_or_404(Session.objects.in_stage(stage).visible_to(request.user, stage.cycle), pk=pk)
    session.stage = stage
    report = preparation_of(session, request.user)
    return printed(
        request, report, f"{slug}-{kind}-meeting-{pk}", session.get_absolute_url(), _("Go back to the meeting")
    )
