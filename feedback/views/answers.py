"""Answers: an officer gives one, keeps it as a draft or passes it on; who is answered says whether it is one."""

from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from cycle.officers import officers_of
from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from .. import judging
from ..changes import changes_to_choose
from ..forms.answers import AnswerForm, PassForm, VerdictForm
from ..models import Answer, AnswerDraft
from ..needs import needs_of_giver
from ..passing import pass_on
from ..showing import shown
from ..taking_up import taken_up_in
from .contributions import contribution_or_404, one

ANSWERED = _("Your answer is there for those who may read the contribution.")
KEPT = _("Your draft is kept. Only the officers of this cycle see it.")
PASSED = _("%(name)s answers it now.")
JUDGED = {
    Answer.Verdict.ANSWERS: _("Thank you for saying so."),
    Answer.Verdict.DOES_NOT: _("Thank you. It goes back to the officer, who has to answer again."),
}
JUDGED_AGAIN = _("Thank you. It stands beside both answers, for everybody who may read them.")
KEEP = {"words": _("Keep it as a draft"), "name": "keep", "value": "yes"}


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def answer(request, slug, kind, pk):
    """Answer a contribution: what changed, why nothing did, by when it is looked at, or who has it now (R82)."""
    found = contribution_or_404(request, slug, kind, pk)
    runs, keeps = found.cycle.standing_of(request.user).runs, "keep" in request.POST
    # An officer who has written an answer keeps it on the form when a colleague was quicker.
    stop("" if runs and request.method == "POST" else Answer.refusal_to_give(found, request.user))
    changes = changes_to_choose(found.cycle, request.user)
    initial = taken_up_in(request, changes)
    form = AnswerForm(typed(request), changes=changes, only_questions=found.is_question, is_half=keeps, initial=initial)
    outcome = attempt(form, lambda: _take(found, request.user, form.said(found.cycle.events), keeps))
    if outcome.done:
        return done(request, KEPT if keeps else ANSWERED, outcome.came)
    said = shown([found], found.stage, request.user)[0]
    context = {"stage": found.stage, "room": "contributions", "said": said, "contribution": found, "form": form}
    context |= {"others": [KEEP], "needs": needs_of_giver(found, request.user)}
    return page(request, "feedback/answer.html", context, outcome.status)


def _take(found, by, said, keeps):
    """Keep it as a draft, or give it; returns the thing whose page comes next."""
    if keeps:
        return AnswerDraft.begin(found.stage, by, [found], **said)
    Answer.give(found, by, **said)
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def contribution_passing(request, slug, kind, pk):
    """Pass a contribution on to another officer, who answers it; that is no answer."""
    found = contribution_or_404(request, slug, kind, pk)
    stop(found.refusal("answer", request.user))
    form = PassForm(typed(request), officers=officers_of(found.cycle).exclude(pk=found.owner_id))
    outcome = attempt(form, lambda: pass_on(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, PASSED % {"name": form.cleaned_data["to"]}, found)
    said = shown([found], found.stage, request.user)[0]
    context = {"stage": found.stage, "room": "contributions", "said": said, "contribution": found, "form": form}
    return page(request, "feedback/passing.html", context, outcome.status)


@require_POST
@open_to("signed in")
def verdict(request, slug, kind, pk):
    """Say whether an answer is one; the first "does not" gives the contribution back to its owner (R82)."""
    found = contribution_or_404(request, slug, kind, pk)
    stop(judging.refusal(found, request.user))
    form = VerdictForm(request.POST)
    outcome = attempt(form, lambda: judging.judge(found, request.user, **form.cleaned_data))
    if outcome.done:
        is_second = form.cleaned_data["verdict"] == Answer.Verdict.DOES_NOT and form.cleaned_data["number"] > 1
        return done(request, JUDGED_AGAIN if is_second else JUDGED[form.cleaned_data["verdict"]], found)
    return one(request, found, form, outcome.status)
