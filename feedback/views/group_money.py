"""Taking out the money of a group as a table: whoever may read each payment (R75)."""

from django.http import Http404, StreamingHttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from involvement.views.money import purse_or_404
from people.policy import open_to

from ..moving.exporting import TYPES
from ..moving.group_money import as_csv


@open_to("anyone")
@require_safe
def group_money_file(request, pk):
    """Every sum and every payment of a group as CSV."""
    purse = purse_or_404(request, pk)
    if not purse.reads_payments:
        raise Http404
    headers = {
        "Content-Type": TYPES["csv"],
        "Content-Disposition": f'attachment; filename="group-{pk}-money-{timezone.localdate():%Y-%m-%d}.csv"',
        "X-Content-Type-Options": "nosniff",
    }
    response = StreamingHttpResponse(as_csv(purse), headers=headers)
    patch_cache_control(response, private=True, no_cache=True)
    return response
