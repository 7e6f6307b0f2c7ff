"""What goes out of the payments of a cycle: a claim form on paper, and a list for the pay office as a file (R76)."""

from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from involvement.models import PayrollList
from involvement.views.deciding import run_cycle_or_404
from involvement.views.offers import offer_or_404
from people.policy import open_to

from ..moving.exporting import TYPES
from ..moving.payroll import as_csv
from ..report.claim_paper import claim_paper_of
from .report import printed


@require_safe
@open_to("signed in")
def claim_paper(request, slug, kind, pk):
    """A blank claim form to print; with `?size=large` in large print."""
    offer = offer_or_404(request, slug, kind, pk)
    report = claim_paper_of(offer, request.user)
    return printed(request, report, f"{slug}-claim-{pk}", offer.get_absolute_url(), _("Go back to what is paid"))


@require_safe
@open_to("signed in")
def payroll_file(request, slug, number):
    """A list for the pay office as CSV, for those who run the cycle."""
    cycle = run_cycle_or_404(request, slug)
    found = get_object_or_404(PayrollList, cycle=cycle, number=number)
    headers = {
        "Content-Type": TYPES["csv"],
        "Content-Disposition": f'attachment; filename="{slug}-pay-{number}.csv"',
        "X-Content-Type-Options": "nosniff",
    }
    response = StreamingHttpResponse(as_csv(found), headers=headers)
    patch_cache_control(response, private=True, no_store=True)
    return response
