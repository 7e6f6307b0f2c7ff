"""Answers: an officer gives one, and the one who is answered says whether it is one."""

from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from .. import judging
from ..changes import changes_to_choose
from ..forms.answers import AnswerForm, VerdictForm
from ..models import Answer
from ..showing import shown
from .contributions import contribution_or_404, one

ANSWERED = _("Your answer is there for those who may read the contribution.")
JUDGED = {
    Answer.Verdict.ANSWERS: _("Thank you for saying so."),
    Answer.Verdict.DOES_NOT: _("Thank you. It goes back to the officer, who has to answer again."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def answer(request, slug, kind, pk):
    """Answer a contribution: what changed, why nothing did, or by when it is looked at (R82)."""
    found = contribution_or_404(request, slug, kind, pk)
    runs = found.cycle.standing_of(request.user).runs
    # An officer who has written an answer keeps it on the form when a colleague was quicker.
    stop("" if runs and request.method == "POST" else Answer.refusal_to_give(found, request.user))
    form = AnswerForm(typed(request), changes=changes_to_choose(found.cycle, request.user))
    outcome = attempt(form, lambda: Answer.give(found, request.user, **grounds(found.cycle, form.cleaned_data)))
    if outcome.done:
        return done(request, ANSWERED, found)
    said = shown([found], found.stage, request.user)[0]
    context = {"stage": found.stage, "room": "contributions", "said": said, "contribution": found, "form": form}
    return page(request, "feedback/answer.html", context, outcome.status)


def grounds(cycle, said):
    """What was filled in, with the event itself in the place of its number."""
    number = said["changed_event"]
    return {**said, "changed_event": cycle.events.numbered([cycle], [number]).first() if number else None}


@require_POST
@open_to("signed in")
def verdict(request, slug, kind, pk):
    """Say whether an answer is one; "does not" gives the contribution back to its owner (R82)."""
    found = contribution_or_404(request, slug, kind, pk)
    stop(judging.refusal(found, request.user))
    form = VerdictForm(request.POST)
    outcome = attempt(form, lambda: judging.judge(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, JUDGED[form.cleaned_data["verdict"]], found)
    return one(request, found, form, outcome.status)
