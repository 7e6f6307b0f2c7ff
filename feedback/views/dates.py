"""The dates of a cycle, for one's own calendar."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from cycle.views.finding import cycle_or_404
from involvement.views.finding import session_or_404
from people.policy import open_to

from ..calendar import calendar_of, calendar_of_meeting


@require_safe
@open_to("anyone")
def session_dates(request, slug, kind, pk):
    """A calendar file of one meeting."""
    session = session_or_404(request, slug, kind, pk)
    file = HttpResponse(calendar_of_meeting(session), content_type="text/calendar; charset=utf-8")
    file["Content-Disposition"] = f'attachment; filename="{slug}-meeting-{pk}.ics"'
    return file


@require_safe
@open_to("anyone")
def dates(request, slug):
    """A calendar file: when stages are decided, and by when something waits for the reader."""
    cycle = cycle_or_404(request, slug)
    file = HttpResponse(calendar_of(cycle, request.user), content_type="text/calendar; charset=utf-8")
    file["Content-Disposition"] = f'attachment; filename="{cycle.slug}.ics"'
    return file
