"""Debates: the list of a stage, one debate, and all that is done in it (R90)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed
from people.paging import page_of
from people.policy import open_to

from ..debates import shown
from ..debating import common_views, opening, positions
from ..forms import debates as forms
from ..models import Debate


@require_safe
@open_to("anyone")
def debates(request, slug, kind):
    """The debates of a stage that the reader may read, newest first."""
    stage = stage_or_404(request, slug, kind)
    rows = Debate.objects.in_stage(stage).visible_to(request.user, stage.cycle).for_list()
    found = page_of(rows, request.GET.get("after"), newest_first=True)
    context = {
        "stage": stage,
        "room": "debates",
        "debates": shown(found, stage, request.user),
        "refusal": opening.why_cannot_open(stage, request.user),
        "older_url": f"?after={found.more}" if found.more else "",
        "newer_url": "" if found.is_first else request.path,
    }
    return page(request, "feedback/debates/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def debate_new(request, slug, kind):
    """Open a debate on a question."""
    stage = stage_or_404(request, slug, kind)
    stop(opening.why_cannot_open(stage, request.user))
    form = forms.DebateForm(typed(request), participants=stage.cycle.participants.active())
    outcome = attempt(form, lambda: opening.open_debate(stage, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The debate is open. Those who are asked find it on their first page."), outcome.came)
    context = {"stage": stage, "room": "debates", "form": form, "title": _("Open a debate"), "submit": _("Open it")}
    return page(request, "feedback/debates/form.html", context, outcome.status)


def debate_or_404(request, slug, kind, pk):
    """The Debate, when the reader may read it. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    found = get_object_or_404(Debate.objects.in_stage(stage).visible_to(request.user, stage.cycle).for_list(), pk=pk)
    found.stage, found.cycle = stage, stage.cycle
    return found


@require_safe
@open_to("anyone")
def debate(request, slug, kind, pk):
    """One debate: what each side holds, what was asked, what is put as a common view, and what stays disputed."""
    found = debate_or_404(request, slug, kind, pk)
    person = request.user
    context = {
        "stage": found.stage,
        "room": "debates",
        "shown": shown([found], found.stage, person)[0],
        "put_refusal": positions.why_cannot_put(found, person),
        "propose_refusal": common_views.why_cannot_propose(found, person),
        "none_yet": common_views.why_no_common_view(found),
        "stand_refusal": common_views.why_cannot_stand(found, person),
        "end_refusal": opening.why_cannot_end(found, person),
        "standing": found.cycle.standing_of(person),
        "may_ask": [each.pk for each in found.positions.all() if not positions.why_cannot_ask(each, person)],
    }
    return page(request, "feedback/debates/one.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def debate_position(request, slug, kind, pk):
    """Say what a side holds, in words that stand."""
    found = debate_or_404(request, slug, kind, pk)
    stop(positions.why_cannot_put(found, request.user))
    voices = positions.voices_to_put(found, request.user)
    form = forms.PositionForm(typed(request), voices=voices, positions=forms.positions_to_oppose(found))
    outcome = attempt(form, lambda: positions.put_position(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is written down what you hold. Others can ask you why and how."), found)
    return _asked(request, found, form, outcome, _("Say what you hold"), _("Put it"))


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def debate_question(request, slug, kind, pk, position):
    """Ask why or how about what somebody holds."""
    found = debate_or_404(request, slug, kind, pk)
    held = _one_of(found.positions.all(), position)
    held.debate = found
    stop(positions.why_cannot_ask(held, request.user))
    form = forms.DebateQuestionForm(typed(request), voices=positions.own_voices_to_ask(held, request.user))
    outcome = attempt(form, lambda: positions.ask(held, request.user, **form.cleaned_data))
    if outcome.done:
        told = _("Your question is put. %(party)s finds it on the first page.") % {"party": held}
        return done(request, told, found)
    return _asked(request, found, form, outcome, _("Ask %(party)s why or how") % {"party": held}, _("Ask"), held=held)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def debate_answer(request, slug, kind, pk, question):
    """Answer a question about what one's own side holds."""
    found = debate_or_404(request, slug, kind, pk)
    asked = _one_of([each for held in found.positions.all() for each in held.questions.all()], question)
    asked.position = _one_of(found.positions.all(), asked.position_id)
    asked.position.debate = found
    stop(positions.why_cannot_answer(asked, request.user))
    form = forms.DebateAnswerForm(typed(request))
    outcome = attempt(form, lambda: positions.answer(asked, request.user, form.cleaned_data["words"]))
    if outcome.done:
        return done(request, _("Your answer is written down. It stands below the question."), found)
    title = _("Answer: %(question)s") % {"question": asked}
    return _asked(request, found, form, outcome, title, _("Answer"), held=asked.position, asked=asked)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def debate_common_view(request, slug, kind, pk):
    """Put what all sides might live with."""
    found = debate_or_404(request, slug, kind, pk)
    stop(common_views.why_cannot_propose(found, request.user))
    form = forms.CommonViewForm(typed(request), voices=common_views.voices_to_propose(found, request.user))
    outcome = attempt(form, lambda: common_views.propose(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The common view is put. Each side says whether it can live with it."), found)
    return _asked(request, found, form, outcome, _("Put a common view"), _("Put it"))


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def debate_stand(request, slug, kind, pk):
    """Say whether a side can live with the common view."""
    found = debate_or_404(request, slug, kind, pk)
    stop(common_views.why_cannot_stand(found, request.user))
    last = found.common_views.last()
    voices = common_views.voices_to_stand(found, request.user)
    form = forms.StandForm(typed(request), voices=voices, initial={"number": last.number})
    outcome = attempt(form, lambda: common_views.stand(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is written down. It stands beside the common view."), found)
    return _asked(request, found, form, outcome, _("Can you live with it?"), _("Say so"), view=last)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def debate_end(request, slug, kind, pk):
    """End a debate, and say what came of it."""
    found = debate_or_404(request, slug, kind, pk)
    stop(opening.why_cannot_end(found, request.user))
    form = forms.DebateEndForm(typed(request))
    outcome = attempt(form, lambda: opening.end(found, request.user, form.cleaned_data["came_of_it"]))
    if outcome.done:
        return done(request, _("The debate has ended. All that was said in it stands."), found)
    return _asked(request, found, form, outcome, _("End the debate"), _("End it"))


def _one_of(rows, pk):
    """The one of these rows with this key. Raises Http404."""
    found = next((row for row in rows if row.pk == pk), None)
    if found is None:
        raise Http404
    return found


def _asked(request, debate, form, outcome, title, submit, **more):
    """The page of one of the forms of a debate. more: held (a Position), asked (a question), view (a CommonView)."""
    context = {
        "stage": debate.stage,
        "room": "debates",
        "debate": debate,
        "form": form,
        "title": title,
        "submit": submit,
    }
    return page(request, "feedback/debates/form.html", context | more | {"submit": submit}, outcome.status)
