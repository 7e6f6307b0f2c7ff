"""The tenders of a cycle as files of open data: anybody may take them, and gets what everybody may read (R54)."""

import json

from django.http import Http404, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people.policy import open_to

from ...views.finding import stage_or_404
from .ocds import record_package, release_package
from .tender import Tender

PACKAGES = {"releases": release_package, "records": record_package}


@open_to("anyone")
@require_safe
def open_data(request, slug, kind, what):
    """A package of releases or of records as OCDS has it; the same for every reader."""
    stage = stage_or_404(request, slug, kind)
    if stage.kind.record_named(Tender.SLUG) is not Tender or what not in PACKAGES or not stage.cycle.is_published:
        raise Http404
    package = PACKAGES[what](stage, request.build_absolute_uri("/")[:-1], request.build_absolute_uri())
    if package is None:
        raise Http404(_("There is no tender here yet that everybody may read."))
    headers = {
        "Content-Disposition": f'attachment; filename="{slug}-{what}.json"',
        "X-Content-Type-Options": "nosniff",
    }
    text = json.dumps(package, ensure_ascii=False, indent=1)
    return HttpResponse(text, content_type="application/json", headers=headers)


URLS = [path("open-data/<slug:what>.json", open_data, name="open_data")]
