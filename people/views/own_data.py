"""What is kept about oneself: class by class on a page, all of it as one file, and getting that file."""

from django.http import FileResponse, Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ..answering import done, page
from ..models import OwnFile
from ..policy import open_to
from ..privacy.counting import counts_of
from ..privacy.rules import OWN_FILE_DAYS
from ..privacy.taking_out import ask_for
from ..privacy.told import TOLD


@require_safe
@open_to("signed in")
def own_data(request):
    """What this site keeps about me, why, for how long, who sees it, and the two things that I can do about it."""
    counts = counts_of(request.user)
    made = OwnFile.objects.filter(person=request.user).first()
    context = {
        "rows": [(told, counts[told.sort]) for told in TOLD],
        "made": made,
        "until": made and made.made_at + timezone.timedelta(days=OWN_FILE_DAYS),
        "crumbs": [{"name": _("About you"), "url": reverse("own")}],
    }
    return page(request, "people/own_data/page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def own_data_file(request):
    """Have the file made; or get it. It is asked for again who gets it, each time, and no other address leads to it."""
    if request.method == "POST":
        job = ask_for(request.user, reverse("own_data"))
        return done(request, _("We put the file together. This page tells you when it is ready."), job)
    made = OwnFile.objects.filter(person=request.user).first()
    if made is None:
        raise Http404
    try:
        content = made.file.open("rb")
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = FileResponse(content, content_type="application/zip")
    day = timezone.localtime(made.made_at)
    response["Content-Disposition"] = content_disposition_header(True, f"what-we-keep-{day:%Y-%m-%d}.zip")
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
