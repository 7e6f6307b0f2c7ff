"""The pages on which a panel judges: a member's own scores, what all gave once it is open, what they came to (R54)."""

from django.http import Http404
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from . import moderated, panel_score, scoring
from .adding import mean
from .finding import member_or_404, tender_or_404
from .forms import ModerationForm, ScoreSheetForm
from .panel_pages import asked_of, room_of
from .tables import results_told, two_places


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def panel_scores(request, slug, kind, pk, member):
    """The sheet of one member: saved for later, or handed in for good."""
    found, there = member_or_404(request, slug, kind, pk, member)
    stop(panel_score.why_cannot_score(found, there, request.user))
    duties = found.duties(there)
    form = ScoreSheetForm(typed(request), duties=duties, scores={pair: found.score(there, *pair) for pair in duties})
    hands_in = "hand_in" in request.POST
    outcome = attempt(form, lambda: panel_score.score(there, request.user, form.said, hand_in=hands_in))
    to = found.tender.get_url("tender_panel")
    if outcome.done and hands_in:
        return done(request, _("Your scores are handed in. They cannot be changed any more."), to)
    if outcome.done:
        return done(request, _("Your scores are saved. Hand them in when you are done."), to)
    is_own = there.person_id == request.user.pk
    title = _("Your scores") if is_own else _("Scores of %(name)s") % {"name": there}
    criteria = list(dict.fromkeys(criterion for _bid, criterion in duties))
    context = asked_of(found.tender, title, form, _("Save for later")) | {
        "criteria": criteria,
        "offers": [(bid.bidder, bid.get_url("bid_offer")) for bid in dict.fromkeys(bid for bid, _by in duties)],
        "shows_prices": found.shows_prices,
    }
    return page(request, "cycle/panel_scores.html", context, outcome.status)


@open_to("signed in")
@require_safe
def tender_results(request, slug, kind, pk):
    """What each member gave and what it comes to, for the panel and officers, once all scores are in."""
    found = tender_or_404(request, slug, kind, pk)
    stop(scoring.why_no_results(found, request.user))
    context = room_of(found, glances=results_told(found, request.user))
    return page(request, "cycle/tender_results.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def moderation(request, slug, kind, pk, bid, criterion):
    """Write down what the panel came to for one bid by one criterion."""
    found = tender_or_404(request, slug, kind, pk)
    about = next((each for each in found.bids if each.pk == bid), None)
    by = next((each for each in found.criteria if each.pk == criterion), None)
    if about is None or by is None or not found.tender.stage.cycle.standing_of(request.user).is_involved:
        raise Http404
    stop(moderated.why_cannot_moderate(found, about, by, request.user))
    there = found.moderated(about, by)
    members = [
        each for each in found.active
        if not found.is_withdrawn(each, about) and (each.is_of_users or not by.is_of_users)
    ]  # fmt: skip
    form = ModerationForm(
        typed(request), members=members, top=by.top,
        initial={"seen": there.number if there else 0, "score": there.score if there else None,
                 "why": there.why if there else "", "present": [str(each.pk) for each in members]},
    )  # fmt: skip
    outcome = attempt(form, lambda: _moderate(request.user, form, about, by))
    to = found.tender.get_url("tender_results")
    if outcome.done:
        return done(request, _("It is written down what you came to."), f"{to}")
    title = _("%(criterion)s: %(bidder)s") % {"criterion": by, "bidder": about.bidder}
    context = asked_of(found.tender, title, form, _("Write it down")) | {
        "cancel_url": to,
        "criterion": by,
        "given": _given(found, about, by),
        "there": there,
    }
    return page(request, "cycle/moderation.html", context, outcome.status)


def _moderate(by, form, bid, criterion):
    said = form.cleaned_data
    return moderated.moderate(bid, criterion, by, said["score"], said["why"], form.who_was_there, said["seen"])


def _given(found, bid, criterion):
    """What was given: lines of (words, why), with the average last."""
    counted = found.counted(bid, criterion)
    lines = [(f"{member}: {there.score}", there.why) for member, there in counted]
    average = mean(there.score for _member, there in counted)
    return lines if average is None else [*lines, (_("Average: %(number)s") % {"number": two_places(average)}, "")]


URLS = [
    path("tenders/<int:pk>/panel/<int:member>/scores/", panel_scores, name="panel_scores"),
    path("tenders/<int:pk>/results/", tender_results, name="tender_results"),
    path("tenders/<int:pk>/results/<int:bid>/<int:criterion>/", moderation, name="moderation"),
]
