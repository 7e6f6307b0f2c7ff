"""Scores of options by party, how totals are made up, and the criteria that one may begin with (R45, R46)."""

from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ...models.score import Score, why_cannot_score
from ...views.finding import stage_of_kind_or_404
from ...views.records import list_url
from . import KIND, Criterion
from .arithmetic import arithmetic
from .comparison import give_scores_of, sheets_of
from .scoring import scoring_of
from .sheet import ScoresForm

NOTHING_TO_SCORE = gettext_lazy(
    "There is nothing to score yet: it takes an option that was not dropped, and a criterion."
)


@open_to("anyone")
@require_safe
def scores(request, slug, kind):
    """How each total is made up, and what each party gave and why; as many queries at any number of scores."""
    stage = stage_of_kind_or_404(request, slug, kind, KIND)
    context = {
        "stage": stage,
        "room": "work",
        "sheets": [
            (give_scores_of(party), reverse("scores_new", args=[slug, kind, party.pk]))
            for party in sheets_of(stage, request.user)
        ],
        "glances": arithmetic(stage, request.user),
    }
    return page(request, "cycle/scores.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def scores_new(request, slug, kind, pk):
    """The sheet of one party: saved all at once; when somebody of the same party was quicker, both are shown."""
    stage = stage_of_kind_or_404(request, slug, kind, KIND)
    party = get_object_or_404(stage.cycle.participants.active(), pk=pk)
    stop(why_cannot_score(stage, request.user, party))
    scoring = scoring_of(stage, request.user)
    if not scoring.can_be_scored:
        stop(NOTHING_TO_SCORE)
    form = _sheet(request, stage, party, scoring)
    outcome = attempt(form, lambda: Score.give(request.user, stage, party, form.cleaned_data["version"], form.said))
    if outcome.done:
        return done(request, _saved(party, outcome.came), _work_url(stage))
    context = {
        "title": _("Scores of %(party)s") % {"party": party},
        "caption": stage,
        "form": form,
        "submit": _("Save the scores"),
        "cancel_url": _work_url(stage),
        "crumbs": way_back(stage.cycle, stage),
        "criteria": scoring.criteria,
        "dropped": len(scoring.options) - len(scoring.in_question),
    }
    if outcome.current is not None:
        context["beside"] = form.beside(outcome.current)
        form.take_version(Score.stamp(outcome.current))
    return page(request, "cycle/scores_new.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def criteria_start(request, slug, kind):
    """Begin with five criteria of equal weight, of which one sees the words first; those that are there stay."""
    stage = stage_of_kind_or_404(request, slug, kind, KIND)
    stop(Criterion.why_cannot_add(stage, request.user))
    if request.method == "POST":
        new = Criterion.start(request.user, stage)
        said = ngettext("%(number)d criterion is added.", "%(number)d criteria are added.", len(new))
        return done(
            request,
            said % {"number": len(new)} if new else _("They are all there already."),
            list_url(stage, Criterion),
        )
    start, missing = Criterion.to_start_with(stage)
    context = {
        "stage": stage,
        "crumbs": way_back(stage.cycle, stage),
        "start": start,
        "missing": missing,
        "cancel_url": _work_url(stage),
    }
    return page(request, "cycle/criteria_start.html", context)


def _sheet(request, stage, party, scoring):
    """The form with what the party has said so far."""
    there = {each.key: each for each in Score.objects.of_party(stage, party)}
    return ScoresForm(
        typed(request), options=scoring.in_question, criteria=scoring.criteria, scores=there,
        stamp=Score.stamp(there.values()),
    )  # fmt: skip


def _saved(party, event):
    if event is None:
        return _("Nothing was different, so nothing was changed.")
    return _("The scores of %(party)s are saved.") % {"party": party}


def _work_url(stage):
    return reverse("stage_work", args=[stage.cycle.slug, stage.kind_slug])


URLS = [
    path("scores/", scores, name="scores"),
    path("scores/<int:pk>/", scores_new, name="scores_new"),
    path("criteria/start/", criteria_start, name="criteria_start"),
]
