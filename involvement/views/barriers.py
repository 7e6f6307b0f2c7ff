"""What gets in the way of taking part: the list, saying it, acting on it, and whether it is gone (R80)."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cycle.officers import officers_of
from cycle.views.finding import cycle_or_404
from cycle.voices import own_voices
from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from .. import barred
from ..forms.barriers import BarrierForm, OwnerForm, StepForm, VerdictForm
from ..models import Barrier
from ..models.barrier import NOT_YOURS


def barrier_or_404(request, slug, pk):
    """The Barrier of this cycle, when the reader may read it. Raises Http404."""
    cycle = cycle_or_404(request, slug)
    found = get_object_or_404(Barrier.objects.for_list().visible_to(request.user, cycle), pk=pk)
    return barred.at_home(found, cycle)


@open_to("anyone")
@require_safe
def barriers(request, slug):
    """What gets in the way in a cycle, or with `?stage=` in a stage: as far as the reader may read it."""
    cycle = cycle_or_404(request, slug)
    stage = cycle.stages.filter(kind_slug=request.GET.get("stage", "")).first()
    visible = Barrier.objects.standing().visible_to(request.user, cycle).matching(stage)
    rows = page_of(visible.for_list(), request.GET.get("after"), newest_first=True)
    here = f"?stage={stage.kind_slug}&" if stage else "?"
    new = reverse("barrier_new", args=[slug])
    context = {
        "cycle": cycle,
        "stage": stage,
        "crumbs": way_back(cycle),
        "told": barred.told(rows, request.user, cycle),
        "shown": rows,
        "older_url": f"{here}after={rows.more}" if rows.more else "",
        "newer_url": "" if rows.is_first else reverse("barriers", args=[slug]) + here.rstrip("&?"),
        "counts": barred.counts_of(cycle),
        "new_url": f"{new}?stage={stage.kind_slug}" if stage else new,
        "refusal": Barrier.refusal_to_log(cycle, request.user),
    }
    return page(request, "involvement/barriers/list.html", context)


@open_to("anyone")
@require_safe
def barrier(request, slug, pk):
    """One thing that gets in the way, and what was done about it."""
    found = barrier_or_404(request, slug, pk)
    (shown,) = barred.told([found], request.user, found.cycle)
    context = {"told": shown, "cycle": found.cycle, "crumbs": [*way_back(found.cycle), _list_of(found.cycle)]}
    return page(request, "involvement/barriers/one.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def barrier_new(request, slug):
    """Say what gets in the way."""
    cycle = cycle_or_404(request, slug)
    stop(Barrier.refusal_to_log(cycle, request.user))
    stages = cycle.stages.begun().order_by("place")
    start = stages.filter(kind_slug=request.GET.get("stage", "")).first()
    participants = own_voices(cycle, request.user)
    form = BarrierForm(typed(request), participants=participants, stages=stages, initial={"stage": start})
    outcome = attempt(form, lambda: Barrier.log(cycle, request.user, **form.cleaned_data))
    if outcome.done:
        made = barred.at_home(outcome.came, cycle)
        return done(request, _("Thank you. %(name)s sees to it.") % {"name": made.owner.name}, made)
    context = {
        "title": _("Say what gets in the way"),
        "caption": cycle,
        "lede": _("What makes it hard to take part? It does you no harm to say so. An officer has to do something."),
        "form": form,
        "submit": _("Say it"),
        "cancel_url": reverse("barriers", args=[slug]),
        "crumbs": [*way_back(cycle), _list_of(cycle)],
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def barrier_step(request, slug, pk):
    """Say what was done about it."""
    found = barrier_or_404(request, slug, pk)
    stop(found.refusal("act", request.user))
    form = StepForm(typed(request))
    outcome = attempt(form, lambda: found.act(request.user, form.cleaned_data["words"]))
    if outcome.done:
        return done(request, _("It is written down. The one who said it is asked whether it is gone."), found)
    context = {"title": _("What was done: %(what)s") % {"what": found}, "submit": _("Save it"), **_around(found, form)}
    return _form(request, context, outcome)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def barrier_verdict(request, slug, pk):
    """Say, as the one who logged it, whether it is gone."""
    found = barrier_or_404(request, slug, pk)
    stop(found.refusal("gone", request.user))
    form = VerdictForm(typed(request))
    outcome = attempt(form, lambda: found.say(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("Thank you. It is written down."), found)
    context = {"title": _("Is it gone: %(what)s") % {"what": found}, "submit": _("Say so"), **_around(found, form)}
    return _form(request, context, outcome)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def barrier_owner(request, slug, pk):
    """Let another officer see to it."""
    found = barrier_or_404(request, slug, pk)
    stop(found.refusal("hand over", request.user))
    form = OwnerForm(typed(request), officers=officers_of(found.cycle), initial={"owner": found.owner_id})
    outcome = attempt(form, lambda: found.hand_to(request.user, form.cleaned_data["owner"]))
    if outcome.done:
        return done(request, _("%(name)s sees to it now.") % {"name": found.owner.name}, found)
    context = {"title": _("Who sees to it: %(what)s") % {"what": found}, "submit": _("Save it"), **_around(found, form)}
    return _form(request, context, outcome)


@open_to("signed in")
@require_POST
def barrier_back(request, slug, pk):
    """Take it back: it is counted no longer."""
    found = barrier_or_404(request, slug, pk)
    stop("" if request.user.pk == found.by_id else NOT_YOURS)
    found.take_back(request.user)
    return done(request, _("You have taken it back. It is counted no longer."), reverse("barriers", args=[slug]))


def _form(request, context, outcome):
    return page(request, "involvement/barriers/form.html", context, outcome.status)


def _list_of(cycle):
    return {"name": _("What gets in the way"), "url": reverse("barriers", args=[cycle.slug])}


def _around(found, form):
    """What the forms about one barrier have in common."""
    return {
        "caption": found.cycle, "form": form, "cancel_url": found.get_absolute_url(), "barrier": found,
        "crumbs": [*way_back(found.cycle), _list_of(found.cycle)],
    }  # fmt: skip
