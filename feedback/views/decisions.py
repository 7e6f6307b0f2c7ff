"""The register of decisions, the background papers of one, and what there is to show that people were asked fairly."""

from django.http import StreamingHttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from cycle.views.finding import cycle_or_404, record_or_404, stage_or_404
from people.answering import page, way_back
from people.policy import open_to

from ..decisions import DECISION, Decisions
from ..lawful import lawful_of
from ..moving.exporting import TYPES
from ..report.papers import papers_of
from .report import printed


@require_safe
@open_to("anyone")
def decisions(request, slug):
    """The register of a cycle: all decisions, those that lie ahead too; as many queries at any number (R47)."""
    cycle = cycle_or_404(request, slug)
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "register": Decisions(cycle, request.user),
        "file_url": reverse("decisions_file", args=[slug]),
    }
    return page(request, "feedback/decisions/register.html", context)


@require_safe
@open_to("anyone")
def decisions_file(request, slug):
    """The register as CSV."""
    cycle = cycle_or_404(request, slug)
    site = request.build_absolute_uri("/")[:-1]
    headers = {
        "Content-Type": TYPES["csv"],
        "Content-Disposition": f'attachment; filename="{slug}-decisions.csv"',
        "X-Content-Type-Options": "nosniff",
    }
    response = StreamingHttpResponse(Decisions(cycle, request.user).as_csv(site), headers=headers)
    patch_cache_control(response, private=True, no_cache=True)
    return response


def decision_or_404(request, slug, kind, pk):
    """The decision, when the reader may read it. Raises Http404."""
    return record_or_404(request, stage_or_404(request, slug, kind), DECISION.SLUG, pk)


@require_safe
@open_to("anyone")
def decision_papers(request, slug, kind, pk):
    """What lies before those who decide, and after it: put together from the records, for this reader (R48)."""
    found = decision_or_404(request, slug, kind, pk)
    context = {
        "stage": found.stage,
        "crumbs": way_back(found.stage.cycle, found.stage, found),
        "report": papers_of(found, request.user),
    }
    return page(request, "feedback/papers/page.html", context)


@require_safe
@open_to("anyone")
def decision_papers_pdf(request, slug, kind, pk):
    """The same as a PDF, in large print with `?size=large`."""
    found = decision_or_404(request, slug, kind, pk)
    name = f"{slug}-{found.stage.place:02}-{kind}-papers-{pk}"
    return printed(request, papers_of(found, request.user), name, reverse("decision_papers", args=[slug, kind, pk]))


@require_safe
@open_to("anyone")
def lawful(request, slug):
    """What there is to show that people were asked fairly, by the four tests of the courts; it judges nothing."""
    cycle = cycle_or_404(request, slug)
    context = {"cycle": cycle, "crumbs": way_back(cycle), "report": lawful_of(cycle, request.user)}
    return page(request, "feedback/lawful/page.html", context)


@require_safe
@open_to("anyone")
def lawful_pdf(request, slug):
    """The same as a PDF."""
    cycle = cycle_or_404(request, slug)
    return printed(request, lawful_of(cycle, request.user), f"{slug}-lawful", reverse("lawful", args=[slug]))
