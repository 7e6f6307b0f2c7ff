"""The report of a stage, as a page and as a PDF; anybody may ask, and gets what is open to them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from cycle.views.finding import stage_or_404
from people.policy import open_to

from ..report.contents import report_of
from ..report.keeping import pdf_of
from ..report.printing import CannotPrint


@require_safe
@open_to("anyone")
def stage_report(request, slug, kind):
    """The report as a page, with the ways to its prints."""
    stage = stage_or_404(request, slug, kind)
    report = report_of(stage, request.user)
    context = {"stage": stage, "room": "report", "report": report, "status": report.status}
    return render(request, "feedback/report/page.html", context)


@require_safe
@open_to("anyone")
def stage_report_pdf(request, slug, kind):
    """The report as a PDF, in large print with `?size=large`; a plain page (503) when it cannot be made."""
    stage = stage_or_404(request, slug, kind)
    size = "large" if request.GET.get("size") == "large" else "normal"
    try:
        pdf = pdf_of(report_of(stage, request.user), size).read_bytes()
    except CannotPrint as fault:
        return render(request, "feedback/report/cannot_print.html", {"stage": stage, "fault": fault}, status=503)
    name = f"{slug}-{stage.place:02}-{kind}{'-large-print' if size == 'large' else ''}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    response = HttpResponse(pdf, content_type="application/pdf", headers=headers)
    patch_cache_control(response, private=True, no_cache=True)
    return response
