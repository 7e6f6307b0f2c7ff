"""Who runs and decides a cycle and who takes part in it, each from a day until a day (R10, R16)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from people.answering import attempt, done, done_and_told, page, stop, typed, way_back
from people.policy import open_to

from ..forms.cycles import BodyPartForm, EndingForm, GroupPartForm, PersonPartForm, SeatForm
from ..models import Participant, Seat
from ..models.handover import left_open_by
from ..taking_part import admit_body, admit_somebody, seat_somebody
from .finding import cycle_or_404


def admit_group(cycle, by, group):
    """Bring in a users' group. Returns the Participant. Raises Refused."""
    return cycle.admit(by, Participant.Standing.USERS, group=group)


# What may take part: the question's title, its form, and the verb that brings it in.
SORTS = {
    "group": (gettext_lazy("Bring in a users’ group"), GroupPartForm, admit_group),
    "organisation": (gettext_lazy("Bring in an organisation"), BodyPartForm, admit_body),
    "person": (gettext_lazy("Bring in one person"), PersonPartForm, admit_somebody),
}


@open_to("anyone")
@require_safe
def cycle_people(request, slug):
    """Everybody with a seat and everybody who takes part, now and before."""
    cycle = cycle_or_404(request, slug)
    standing = cycle.standing_of(request.user)
    parts = _those_of_today_first(cycle.participants.select_related("group", "organisation", "person"))
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "seats": _those_of_today_first(cycle.seats.select_related("person")),
        "participants": [(part, part.in_full(standing.is_involved)) for part in parts],
        "standing": standing,
        "refusal": cycle.why_cannot_place(request.user),
    }
    return page(request, "cycle/people.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def seat_new(request, slug):
    """Give somebody a seat."""
    cycle = cycle_or_404(request, slug)
    stop(cycle.why_cannot_place(request.user))
    form = SeatForm(typed(request))
    outcome = attempt(form, lambda: seat_somebody(cycle, request.user, **form.cleaned_data))
    if outcome.done:
        person = outcome.came.person
        said = _("%(name)s has a seat now.") % {"name": person}
        role = outcome.came.get_role_display()
        return done_and_told(request, said, _people_of(cycle), person, cycle, role)
    context = {"title": _("Give somebody a seat"), "submit": _("Give the seat"), **_around(cycle, form)}
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def seat_end(request, slug, pk):
    """End a seat, after a question; from the next request on it gives no right."""
    cycle = cycle_or_404(request, slug)
    seat = get_object_or_404(cycle.seats.select_related("person"), pk=pk)
    told = _("The seat of %(name)s has ended.") % {"name": seat.person}
    title = _("End the seat of %(name)s?") % {"name": seat.person}
    seat.cycle = cycle
    open_stages = left_open_by(seat)
    for stage in open_stages:
        stage.cycle = cycle
    return end_place(request, cycle, cycle.end_seat, seat, title, told, open_stages=open_stages)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def participant_new(request, slug):
    """Bring in a group, an organisation or a person; `?who=` says which of them."""
    cycle = cycle_or_404(request, slug)
    stop(cycle.why_cannot_place(request.user))
    who = request.GET.get("who", "group")
    if who not in SORTS:
        raise Http404(_("Nothing of this sort can take part."))
    title, form_class, verb = SORTS[who]
    form = form_class(typed(request))
    outcome = attempt(form, lambda: verb(cycle, request.user, **form.cleaned_data))
    if outcome.done:
        said = _("%(name)s takes part now.") % {"name": outcome.came}
        if not outcome.came.person:
            return done(request, said, _people_of(cycle))
        came = outcome.came
        return done_and_told(request, said, _people_of(cycle), came.person, cycle, Participant.ONE_OF[came.standing])
    rooms = [{"name": name, "url": f"?who={sort}", "current": sort == who} for sort, (name, *_rest) in SORTS.items()]
    context = {"title": title, "submit": _("Bring in"), "rooms": rooms, **_around(cycle, form)}
    return page(request, "cycle/participant_new.html", context, outcome.status)


def end_place(request, cycle, verb, place, title, told, **more):
    """Ask why, then end a place by this verb and tell so."""
    stop(cycle.why_cannot_place(request.user))
    form = EndingForm(typed(request))
    outcome = attempt(form, lambda: verb(request.user, place, **form.cleaned_data))
    if outcome.done:
        return done(request, told, _people_of(cycle))
    lede = _("From then on they can no longer do here what they could. What they did stays.")
    context = {"title": title, "lede": lede, "submit": _("End it now"), "warning": True, "place": place, **more}
    return page(request, "cycle/place_end.html", context | _around(cycle, form), outcome.status)


def _around(cycle, form):
    """What the pages that bring somebody into the cycle have in common."""
    return {"caption": cycle, "form": form, "cancel_url": _people_of(cycle), "crumbs": way_back(cycle)}


def _those_of_today_first(places):
    """Those that hold today before those that ended; the lead before everybody else."""
    return sorted(places, key=lambda place: (not place.is_active, getattr(place, "role", "") != Seat.Role.LEAD))


def _people_of(cycle):
    """The address of the page that tells who is who in the cycle."""
    return reverse("cycle_people", args=[cycle.slug])
