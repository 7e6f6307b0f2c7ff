"""What changed for the reader: all of it in one cycle, and saying that one has read it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cycle.views.finding import cycle_or_404
from people.answering import attempt, done, page, way_back
from people.paging import page_of
from people.policy import open_to

from ..forms.seen import SeenForm
from ..models import Seen
from ..notices import events_for, notices_of


@require_safe
@open_to("signed in")
def notices(request, slug):
    """Everything that changed for this reader in a cycle, newest first, also what they have read (R20)."""
    return _all(request, cycle_or_404(request, slug))


@require_POST
@open_to("signed in")
def notices_seen(request, slug):
    """Say that one has read what was shown; what came after that stays new."""
    cycle = cycle_or_404(request, slug)
    form = SeenForm(request.POST)
    outcome = attempt(form, lambda: Seen.mark(request.user, cycle, **form.cleaned_data))
    if outcome.done:
        return done(request, _("You have read what changed in “%(cycle)s”.") % {"cycle": cycle}, reverse("home"))
    return _all(request, cycle, form, outcome.status)


def _all(request, cycle, form=None, status=200):
    shown = page_of(
        events_for(request.user, [cycle]), request.GET.get("before"), key="number", newest_first=True
    )  # fmt: skip
    context = {
        "cycle": cycle,
        "form": form,
        "shown": shown,
        "notices": notices_of(shown.rows, request.user, [cycle])[cycle.pk],
        "read_to": Seen.objects.up_to(request.user, cycle),
        "crumbs": way_back(cycle),
    }
    return page(request, "feedback/notices.html", context, status)
