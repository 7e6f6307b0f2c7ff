"""Cycles as a whole: the list of them, starting one, opening it for everyone."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from ..directorates import parts_of, place_in
from ..forms.cycles import CycleForm, DirectorateForm
from ..models import Cycle
from ..models.cycle import NOT_A_COMMISSIONER, learn_standings
from ..start import authorities_of, start_cycle
from .finding import cycle_or_404


@open_to("anyone")
@require_safe
def cycles(request):
    """The cycles that the reader may know of, newest first."""
    known = Cycle.objects.visible_to(request.user).select_related("authority", "directorate")
    shown = page_of(known, request.GET.get("before"), newest_first=True)
    learn_standings(request.user, shown.rows)
    rows = [{"cycle": cycle, "standing": cycle.standing_of(request.user)} for cycle in shown]
    may_start = request.user.is_authenticated and authorities_of(request.user).exists()
    authorities = sorted({cycle.authority for cycle in shown}, key=lambda authority: authority.name)
    context = {"rows": rows, "shown": shown, "may_start": may_start, "authorities": authorities}
    return page(request, "cycle/cycles.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def cycle_new(request):
    """Start a cycle for a service (C1)."""
    authorities = authorities_of(request.user)
    stop("" if authorities.exists() else NOT_A_COMMISSIONER)
    form = CycleForm(typed(request), authorities=authorities)
    outcome = attempt(form, lambda: start_cycle(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The cycle has begun. Only those who take part see it until you open it."), outcome.came)
    context = {
        "title": _("Start a cycle"),
        "lede": _("A cycle is everything that happens from the first talk about a service to looking back on it."),
        "form": form,
        "submit": _("Start the cycle"),
        "cancel_url": reverse("cycles"),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def cycle_directorate(request, slug):
    """Say which part of the authority runs a cycle, so that it stands on that part's dashboard (C10)."""
    cycle = cycle_or_404(request, slug)
    stop(cycle.why_cannot_place(request.user))
    named = str(cycle.directorate or "")
    form = DirectorateForm(typed(request), parts=parts_of(cycle.authority, request.user), initial={"name": named})
    outcome = attempt(form, lambda: place_in(cycle, request.user, form.cleaned_data["name"]))
    if outcome.done:
        return done(request, _("It is written down which part runs this cycle."), cycle)
    context = {
        "title": _("Which part of the authority runs it?"), "caption": cycle, "form": form,
        "submit": _("Write it down"),
        "lede": _("The dashboard of that part shows this cycle beside its others."),
        "cancel_url": cycle.get_absolute_url(), "crumbs": way_back(cycle),
    }  # fmt: skip
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_POST
def cycle_publication(request, slug):
    """Open a cycle for everyone to read."""
    cycle = cycle_or_404(request, slug)
    cycle.publish(request.user)
    return done(request, _("Everyone can read this cycle now."), cycle)
