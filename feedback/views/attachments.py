"""Getting a file that was attached: asked about again each time, and never shown inside a page (promises 7 and 29)."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from people.policy import open_to

from ..models import Attachment


@require_safe
@open_to("anyone")
def attachment(request, pk):
    """The file, for those who may read what it is attached to; nobody else learns that there is one."""
    rows = Attachment.objects.visible_to(request.user)
    found = get_object_or_404(rows.select_related("contribution__cycle", "contribution__given_by"), pk=pk)
    if not found.may_be_got_by(request.user):
        raise Http404
    try:
        with found.file.open("rb") as opened:
            content = opened.read()  # ten megabytes at most
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = HttpResponse(content, content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(True, found.download_name)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
