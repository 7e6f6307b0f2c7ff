"""Work in the background, for the person it is done for: the list of it, one piece, stopping it and doing it again."""

from zlib import crc32

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from .. import jobs as door
from ..answering import done, page
from ..models import Job, Tick
from ..paging import page_of
from ..policy import open_to


@require_safe
@open_to("signed in")
def jobs(request):
    """Everything that is or was done in the background for this person, newest first."""
    shown = page_of(Job.objects.of(request.user), request.GET.get("before"), newest_first=True)
    works = Tick.objects.is_somebody_at_work()
    rows = [(each, door.in_words(each, works)) for each in shown]
    context = {"shown": shown, "rows": rows, "somebody_works": works, "crumbs": [_top()]}
    return page(request, "people/jobs.html", context)


def _top():
    return {"name": _("Your page"), "url": reverse("home")}


@require_safe
@open_to("signed in")
def job(request, pk):
    """One piece of work: how far it is, and what came of it. With htmx only that part, as long as it goes on."""
    found = job_or_404(request, pk)
    if request.htmx and not found.is_under_way:
        # The page that waited for it is made anew: it may hold more than how far the work is.
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = state_of(found, request) | {
        "crumbs": [_top(), {"name": _("Your work in the background"), "url": reverse("jobs")}]
    }
    return page(request, "people/job.html" + ("#state" if request.htmx else ""), context)


def state_of(job, request):
    """What the template of a job's state takes; a sentence is told by ear only when it is another than before."""
    sentence = door.in_words(job, Tick.objects.is_somebody_at_work())
    told = f"{crc32(sentence.encode()):08x}"
    return {"job": job, "sentence": sentence, "told": told, "is_news": request.htmx and request.GET.get("told") != told}


@require_POST
@open_to("signed in")
def job_stopping(request, pk):
    """Stop it: at once while it waits, else at its next step."""
    found = job_or_404(request, pk)
    door.stop(found)
    return done(request, _("This work stops. Nothing of it is kept."), found)


@require_POST
@open_to("signed in")
def job_again(request, pk):
    """Do it again from its beginning."""
    found = job_or_404(request, pk)
    door.retry(found)
    return done(request, _("This is done again from its beginning."), found)


@require_POST
@open_to("signed in")
def job_seen(request, pk):
    """Say that one has read what came of it: the first page tells it no more."""
    door.see(job_or_404(request, pk))
    return done(request, _("It stays in the list of your work in the background."), reverse("home"))


def job_or_404(request, pk):
    """The Job, when it is done for this person. Raises Http404."""
    if pk >= 2**63:
        raise Http404
    return get_object_or_404(Job.objects.of(request.user), pk=pk)
