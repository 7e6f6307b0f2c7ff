"""What earlier cycles left to this one, and the library of lessons (R87)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import cycle_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from ..forms.inheriting import InheritingForm, LessonFilters
from ..inheriting import inheritance_of
from ..lessons import learnt, lessons_for, places_of
from ..models import Legacy
from .contributions import address_after


@open_to("anyone")
@require_safe
def from_before(request, slug):
    """What earlier cycles left, and what becomes of it here, for everybody who may read the cycle."""
    cycle = cycle_or_404(request, slug)
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "left": inheritance_of(cycle, request.user),
        "refusal": Legacy.why_cannot_decide(cycle, request.user),
    }
    return page(request, "feedback/inheriting/left.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def from_before_choice(request, slug):
    """Take up or leave some of what was left, with a reason (C1)."""
    cycle = cycle_or_404(request, slug)
    stop(Legacy.why_cannot_decide(cycle, request.user))
    left = inheritance_of(cycle, request.user)
    to_choose = [*left.undecided, *left.still_offered, *left.decided]
    form = InheritingForm(typed(request), cycle=cycle, left=to_choose)
    outcome = attempt(form, lambda: Legacy.decide(cycle, request.user, **form.cleaned_data))
    if outcome.done:
        said = ngettext("%(number)d is decided.", "%(number)d are decided.", outcome.came) % {"number": outcome.came}
        return done(request, said, _url(cycle))
    context = {
        "title": _("Take it up, or leave it"),
        "caption": cycle,
        "lede": _("Choose those for which the same reason is true. Then go on with the next ones."),
        "form": form,
        "submit": _("Save"),
        "cancel_url": _url(cycle),
        "crumbs": way_back(cycle),
    }
    return page(request, "forms/page.html", context, outcome.status)


def _url(cycle):
    return Legacy(cycle=cycle).get_absolute_url()


@open_to("anyone")
@require_safe
def lessons(request):
    """The library of lessons: what was learnt in all cycles that the reader may read, the newest first."""
    sectors, authorities = places_of(request.user)
    filters = LessonFilters(request.GET, sectors=sectors, authorities=authorities)
    rows = page_of(lessons_for(request.user, **filters.chosen), request.GET.get("after"), newest_first=True)
    context = {
        "filters": filters,
        "is_chosen": any(filters.chosen.values()),
        "rows": learnt(rows, request.user),
        "older_url": address_after(request.GET, rows.more),
        "newer_url": "" if rows.is_first else request.path,
    }
    return page(request, "feedback/inheriting/lessons.html", context)
