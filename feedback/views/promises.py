"""Promises: the register of a stage and of a cycle, one promise, and all that is done with it (R78)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cycle.models import Event
from cycle.views.finding import cycle_or_404, stage_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from ..carrying import places_of, told_to
from ..changes import changes_to_choose
from ..closing import carried
from ..forms.promises import DayForm, OutcomeForm, OwnerForm, PromiseFilters, PromiseForm, PromiseVerdictForm
from ..models import Carrying, Contribution, Promise, PromiseVerdict
from ..models.promise import authority_of
from ..models.promise_verdict import JUDGED
from ..promising import counts_of, evidence_of, hidden_in_words, history_of, shown, voices_of
from .contributions import address_after


@require_safe
@open_to("anyone")
def promises(request, slug):
    """The register of a cycle: everything that was promised, and what came of it."""
    cycle = cycle_or_404(request, slug)
    context = {"cycle": cycle, "crumbs": way_back(cycle), **_register(request, cycle, Promise.objects.in_cycle(cycle))}
    return page(request, "feedback/promises/cycle.html", context)


@require_safe
@open_to("anyone")
def stage_promises(request, slug, kind):
    """The register of one stage."""
    stage = stage_or_404(request, slug, kind)
    context = {
        "stage": stage,
        "room": "promises",
        "make_refusal": Promise.refusal_to_make(stage, request.user),
        **_register(request, stage.cycle, Promise.objects.in_stage(stage)),
    }
    return page(request, "feedback/promises/stage.html", context)


def _register(request, cycle, those):
    """What a register shows of these promises."""
    filters = PromiseFilters(request.GET, cycle=cycle)
    visible = those.visible_to(request.user, cycle)
    found = visible.matching(**filters.chosen).for_list()
    rows = page_of(found, request.GET.get("after"), newest_first=True)
    return {
        "filters": filters,
        "rows": shown(rows, request.user, cycle),
        "counts": counts_of(visible),
        "hidden": hidden_in_words(those, request.user, cycle),
        "older_url": address_after(request.GET, rows.more),
        "newer_url": "" if rows.is_first else request.path,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def promise_new(request, slug, kind):
    """Promise something, on its own or with `?for=7` for what somebody said."""
    stage = stage_or_404(request, slug, kind)
    stop(Promise.refusal_to_make(stage, request.user))
    said = _said(request, stage)
    limits = authority_of(stage, request.user)
    form = PromiseForm(
        typed(request), stage=stage, contribution=said,
        initial={"owner": request.user.pk, "authority": limits, "ground": "seat" if limits else ""},
    )  # fmt: skip
    outcome = attempt(
        form,
        lambda: Promise.make(stage, request.user, contributions=[said] if said else [], **form.cleaned_data),
    )
    if outcome.done:
        return done(request, _("Your promise is written down, with its day."), outcome.came)
    context = {"stage": stage, "room": "promises", "form": form, "contribution": said, "limits": limits}
    return page(request, "feedback/promises/new.html", context, outcome.status)


def _said(request, stage):
    """The Contribution that `?for=` names, or None. Raises Http404 for one that the reader may not read."""
    number = request.GET.get("for", "")
    if not number:
        return None
    if not number.isdecimal() or len(number) > 18:
        raise Http404
    found = get_object_or_404(
        Contribution.objects.in_stage(stage).visible_to(request.user, stage.cycle).for_list(), pk=number
    )
    found.stage, found.cycle = stage, stage.cycle
    return found


def promise_or_404(request, slug, kind, pk):
    """The Promise, when the reader may read it. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    rows = Promise.objects.in_stage(stage).visible_to(request.user, stage.cycle)
    found = get_object_or_404(rows.for_list(), pk=pk)
    found.stage, found.cycle = stage, stage.cycle
    return found


@require_safe
@open_to("anyone")
def promise(request, slug, kind, pk):
    """One promise: to whom, by when, what came of it, who sees it otherwise, and its history."""
    return _one(request, promise_or_404(request, slug, kind, pk))


def _one(request, found, form=None, status=200):
    voices = voices_of(found, request.user)
    refusal = PromiseVerdict.refusal(found, voices)
    if form is None and not refusal:
        form = PromiseVerdictForm(None, voices=voices)
    events = told_to(request.user, found, Event.objects.of(found).exclude(verb=JUDGED.slug)).select_related("by")
    history = page_of(events, request.GET.get("before"), key="number", newest_first=True)
    context = {
        "stage": found.stage,
        "room": "promises",
        "promise": found,
        "shown": shown([found], request.user, found.cycle)[0],
        "evidence": evidence_of(found, request.user),
        "places": places_of(found, request.user),
        "may_place": not Carrying.why_cannot(found, request.user),
        "history": history,
        "lines": history_of(history.rows),
        "form": None if refusal and not status >= 400 else form,
        "verdict_refusal": refusal if voices else "",
        "may_conclude": _may(found, request.user),
        "may_move": not found.refusal("postpone", request.user),
        "carried": carried(found.cycle) if found.is_open and found.cycle.is_closed else None,
    }
    return page(request, "feedback/promises/one.html", context, status)


def _may(promise, person):
    """Whether this person may say what came of it, whatever was said before."""
    return any(not promise.refusal(name, person) for name in Promise.CONCLUDED)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def promise_outcome(request, slug, kind, pk):
    """Say what came of a promise: kept, in part, or not and why."""
    found = promise_or_404(request, slug, kind, pk)
    stop("" if _may(found, request.user) else found.refusal("kept", request.user))
    form = OutcomeForm(typed(request), changes=changes_to_choose(found.cycle, request.user))
    outcome = attempt(form, lambda: found.conclude(request.user, **_evidence(found.cycle, form.cleaned_data)))
    if outcome.done:
        return done(request, _("It is written down. Those to whom it was promised are asked how they see it."), found)
    return form_page(request, found, form, outcome, _("What came of this promise?"), _("Write it down"))


def _evidence(cycle, said):
    """What was filled in, with the event itself in the place of its number."""
    number = said["evidence"]
    return {**said, "evidence": cycle.events.numbered([cycle], [number]).first() if number else None}


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def promise_day(request, slug, kind, pk):
    """Give a promise another day, with a reason that all its readers see."""
    found = promise_or_404(request, slug, kind, pk)
    stop(found.refusal("postpone", request.user))
    form = DayForm(typed(request))
    outcome = attempt(form, lambda: found.postpone(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The promise has another day. The first one still stands beside it."), found)
    return form_page(request, found, form, outcome, _("Give it another day"), _("Change the day"))


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def promise_owner(request, slug, kind, pk):
    """Let somebody else carry a promise out."""
    found = promise_or_404(request, slug, kind, pk)
    stop(found.refusal("hand over", request.user))
    form = OwnerForm(typed(request), promise=found)
    outcome = attempt(form, lambda: found.hand_over(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("Somebody else carries it out from now on."), found)
    return form_page(request, found, form, outcome, _("Give it into other hands"), _("Hand it over"))


def form_page(request, found, form, outcome, title, submit):
    """The page of something that is done with a promise."""
    context = {
        "stage": found.stage, "room": "promises", "promise": found, "form": form, "title": title, "submit": submit,
        "shown": shown([found], request.user, found.cycle)[0],
    }  # fmt: skip
    return page(request, "feedback/promises/form.html", context, outcome.status)


@require_POST
@open_to("signed in")
def promise_verdict(request, slug, kind, pk):
    """Say whether a promise is kept, as one to whom it was made; both views stand side by side."""
    found = promise_or_404(request, slug, kind, pk)
    voices = voices_of(found, request.user)
    stop(PromiseVerdict.refusal(found, voices))
    form = PromiseVerdictForm(request.POST, voices=voices)
    outcome = attempt(form, lambda: PromiseVerdict.give(found, request.user, **form.cleaned_data))
    if outcome.done:
        told = form.cleaned_data["voice"].told_by
        words = _("It is put in. What %(name)s says stands beside what the authority says.") % {"name": told}
        mine = _("Thank you. What you say stands beside what the authority says.")
        return done(request, words if told else mine, found)
    return _one(request, found, form, outcome.status)
