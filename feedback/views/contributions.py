"""What people say in a stage: the list, and one contribution."""

from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from cycle.views.finding import stage_or_404
from people.answering import page
from people.models import Draft
from people.paging import page_of
from people.policy import open_to

from ..abouts import record_named
from ..asking import Asking
from ..beside import beside
from ..conversations import how_many
from ..counting import at_most, in_words
from ..debates import how_many as how_many_debates
from ..forms.answers import VerdictForm
from ..forms.asking import AskingForm
from ..models import Answer, Contribution, Holding, Promise
from ..passing import passings_of
from ..promising import promised_for
from ..promising import shown as shown_promises
from ..showing import hidden_in_words, kept_out_in_words, shown
from ..taking_up import lists_for


@require_safe
@open_to("anyone")
def contributions(request, slug, kind):
    """What was said in a stage, newest first; what is not open to the reader is counted (R14, R68)."""
    stage = stage_or_404(request, slug, kind)
    standing = stage.cycle.standing_of(request.user)
    asking = Asking.from_query(request.GET)
    found = asking.rows(stage, request.user)
    rows = page_of(found.for_list(), request.GET.get("after"), key="found_at", newest_first=True)
    context = {
        "stage": stage,
        "room": "contributions",
        "filters": AskingForm(asking, stage, request.user),
        "count": at_most(found) if asking else None,
        "about": record_named(stage, asking.about, request.user),
        "drafts": Draft.objects.of(request.user).of_page(request.path).for_list(),
        "holding": Holding.objects.now(stage),
        "kept_out": kept_out_in_words(stage, request.user),
        "said": shown(rows, stage, request.user, asking.asked),
        "older_url": address_after(request.GET, rows.more),
        "newer_url": "" if rows.is_first else f"?{asking.to_query()}",
        "hidden": hidden_in_words(stage, request.user),
        "themes_url": reverse("themes", args=[slug, kind]),
        "round": stage.current_round if stage.state == stage.State.FINISHED else None,
        "refusal": Contribution.refusal_to_give(stage, request.user),
        "may_enter": stage.is_open and bool(standing.runs or standing.keeps),
        "runs": standing.runs,
        "ticks": f"?{request.GET.urlencode()}" if request.GET else "",
        "conversations": in_words(how_many(stage, request.user)),
        "debates": in_words(how_many_debates(stage, request.user)),
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
        "take_up": lists_for(found.stage, request.user),
        "passings": passings_of(found, request.user),
        "promised": shown_promises(promised_for(found, request.user), request.user, found.cycle),
        "promise_refusal": Promise.refusal_to_make(found.stage, request.user),
        **beside(found, request.user),
    }
    return page(request, "feedback/contribution.html", context, status)
