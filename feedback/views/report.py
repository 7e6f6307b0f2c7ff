"""What is printed: the report of a stage, where a cycle is, and the page before a decision; each as a page and a PDF.

Anybody may ask, and gets what is open to them.
"""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cycle.views.finding import cycle_or_404, records_or_404, stage_or_404
from people.answering import page, way_back
from people.need_list import SIZES
from people.needs import own_size
from people.policy import open_to

from ..report.briefing import briefing_of
from ..report.contents import report_of
from ..report.keeping import pdf_of
from ..report.of_record import OfRecord
from ..report.printing import CannotPrint
from ..report.where import where_we_are as where_it_is
from ..talks import talks_to_write_down


@require_safe
@open_to("anyone")
def stage_report(request, slug, kind):
    """The report as a page, with the ways to its prints."""
    stage = stage_or_404(request, slug, kind)
    report = report_of(stage, request.user)
    context = {"stage": stage, "room": "report", "report": report, "status": report.status}
    return page(request, "feedback/report/page.html", context)


@require_safe
@open_to("anyone")
def stage_report_pdf(request, slug, kind):
    """The report as a PDF, in large print with `?size=large`; a plain page (503) when it cannot be made."""
    stage = stage_or_404(request, slug, kind)
    report = report_of(stage, request.user)
    return printed(request, report, f"{slug}-{stage.place:02}-{kind}", reverse("stage_report", args=[slug, kind]))


@require_safe
@open_to("anyone")
def where_we_are(request, slug):
    """Where a whole cycle is, as a page with the ways to its two printed ones (R6)."""
    cycle = cycle_or_404(request, slug)
    context = {"cycle": cycle, "crumbs": way_back(cycle), "report": where_it_is(cycle, request.user)}
    return page(request, "feedback/where/page.html", context)


@require_safe
@open_to("anyone")
def where_we_are_pdf(request, slug):
    """Where a whole cycle is, on two printed pages."""
    cycle = cycle_or_404(request, slug)
    report = where_it_is(cycle, request.user)
    return printed(request, report, f"{slug}-where-we-are", reverse("where_we_are", args=[slug]))


@require_safe
@open_to("anyone")
def briefing(request, slug, kind):
    """The one page to read before something is decided in a stage (R48)."""
    stage = stage_or_404(request, slug, kind)
    context = {
        "stage": stage,
        "crumbs": way_back(stage.cycle, stage),
        "report": briefing_of(stage, request.user),
        "to_write_down": talks_to_write_down(stage.cycle, request.user),
    }
    return page(request, "feedback/briefing/page.html", context)


@require_safe
@open_to("anyone")
def briefing_pdf(request, slug, kind):
    """The same page as a PDF."""
    stage = stage_or_404(request, slug, kind)
    report = briefing_of(stage, request.user)
    return printed(request, report, f"{slug}-{stage.place:02}-{kind}-briefing", reverse("briefing", args=[slug, kind]))


@require_safe
@open_to("signed in")
def record_pdf(request, slug, kind, records, pk):
    """One record printed by itself, where its sort has such a print."""
    stage = stage_or_404(request, slug, kind)
    told = records_or_404(stage, records).to_print(stage, pk, request.user)
    if told is None:
        raise Http404
    report = OfRecord(stage, stage.cycle.standing_of(request.user), told)
    return printed(request, report, f"{slug}-{records}-{pk}", told.url, _("Back to the page"))


def printed(request, report, name, page_url, back=""):
    """The PDF of a print under this name, in the size that `?size=` asks for, or why there is none and its page.

    Whoever asks for none gets what they need (people/needs.py), or what the print's `usual_size` is: of those that
    go to others.

    back: what the link to `page_url` says, where that is not the same thing as a page.
    """
    asked = request.GET.get("size")
    size = asked if asked in SIZES else getattr(report, "usual_size", "") or own_size(request.user)
    try:
        pdf = pdf_of(report, size).read_bytes()
    except CannotPrint as fault:
        context = {"page_url": page_url, "fault": fault, "back": back}
        return page(request, "feedback/report/cannot_print.html", context, 503)
    name += ".pdf" if size == "normal" else "-large-print.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    response = HttpResponse(pdf, content_type="application/pdf", headers=headers)
    patch_cache_control(response, private=True, no_cache=True)
    return response
