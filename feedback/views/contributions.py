"""What people say in a stage: the list, the form to say something, one contribution."""

from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import stage_or_404
from cycle.voices import own_voices
from involvement.status import status_of
from people.answering import attempt, done, page, stop, typed
from people.paging import page_of
from people.policy import open_to

from ..forms.answers import VerdictForm
from ..forms.contributions import ContributionFilters, ContributionForm, ForOthersForm
from ..models import Answer, Contribution
from ..models.contribution import ENTERED_BY, ONLY_YOUR_OWN
from ..showing import hidden_in_words, shown
from ..voices import voices_to_enter

SAID = _("Thank you. It is written down, and you get an answer by %(day)s.")


@require_safe
@open_to("anyone")
def contributions(request, slug, kind):
    """What was said in a stage, newest first; what is not open to the reader is counted (R14, R68)."""
    stage = stage_or_404(request, slug, kind)
    standing = stage.cycle.standing_of(request.user)
    filters = ContributionFilters(request.GET, parties=stage.cycle.participants.all(), reader=request.user)
    visible = Contribution.objects.in_stage(stage).visible_to(request.user, stage.cycle)
    rows = page_of(
        visible.matching(request.user, **filters.chosen).for_list(), request.GET.get("after"), newest_first=True
    )
    context = {
        "stage": stage,
        "room": "contributions",
        "filters": filters,
        "said": shown(rows, stage, request.user),
        "older_url": address_after(request.GET, rows.more),
        "newer_url": "" if rows.is_first else request.path,
        "hidden": hidden_in_words(stage, request.user),
        "round": stage.current_round if stage.state == stage.State.FINISHED else None,
        "refusal": Contribution.refusal_to_give(stage, request.user),
        "may_enter": stage.is_open and bool(standing.runs or standing.keeps),
        "runs": standing.runs,
        "carries": bool(standing.runs or standing.keeps),
    }
    return page(request, "feedback/contributions.html" + ("#list" if request.htmx else ""), context)


def address_after(query, more):
    """The same list from the row after `more` on; empty at the end."""
    if more is None:
        return ""
    further = QueryDict(mutable=True)
    further.update({name: query[name] for name in query if name != "after"} | {"after": more})
    return f"?{further.urlencode()}"


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def contribution_new(request, slug, kind):
    """Say something, or with `?for=others` put in what somebody said another way (R68)."""
    stage = stage_or_404(request, slug, kind)
    for_others = request.GET.get("for") == "others"
    stop(why_not_say(request, stage, for_others))
    voices = voices_to_enter(stage.cycle, request.user) if for_others else own_voices(stage.cycle, request.user)
    form = (ForOthersForm if for_others else ContributionForm)(typed(request), participants=voices)
    outcome = attempt(form, lambda: Contribution.give(stage, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, SAID % {"day": date_format(outcome.came.due_on, "j F Y")}, outcome.came)
    context = {
        "stage": stage,
        "room": "contributions",
        "form": form,
        "status": status_of(stage),
        "for_others": for_others,
        "may_enter": not for_others and voices_to_enter(stage.cycle, request.user).exists(),
    }
    return page(request, "feedback/contribution_new.html", context, outcome.status)


def why_not_say(request, stage, for_others):
    """Why this person cannot say anything here, as a sentence.

    Once something is written, a stage that closed meanwhile is told on the form, where the text still stands.
    """
    standing = stage.cycle.standing_of(request.user)
    is_opened = request.method != "POST" or not standing.is_involved
    if is_opened and (sentence := Contribution.refusal_to_give(stage, request.user)):
        return sentence
    if for_others:
        return "" if standing.runs or standing.keeps else ENTERED_BY
    return "" if standing.belongs_to else ONLY_YOUR_OWN


def contribution_or_404(request, slug, kind, pk):
    """The Contribution, when the reader may read it. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    rows = Contribution.objects.in_stage(stage).visible_to(request.user, stage.cycle).for_list()
    found = get_object_or_404(rows.select_related("agreement__round", "session", "paper_form"), pk=pk)
    found.stage, found.cycle = stage, stage.cycle
    return found


@require_safe
@open_to("anyone")
def contribution(request, slug, kind, pk):
    """What somebody said, what was answered, and whether that answers them (R68, R82)."""
    return one(request, contribution_or_404(request, slug, kind, pk))


def one(request, found, form=None, status=200):
    """The page of one contribution; `form` is the verdict as it was typed, when it could not be taken."""
    said = shown([found], found.stage, request.user)[0]
    if said.to_judge and form is None:
        form = VerdictForm(initial={"number": said.to_judge.number})
    context = {
        "stage": found.stage,
        "room": "contributions",
        "said": said,
        "contribution": found,
        "form": form,
        "standing": found.cycle.standing_of(request.user),
        "answer_refusal": Answer.refusal_to_give(found, request.user),
    }
    return page(request, "feedback/contribution.html", context, status)
