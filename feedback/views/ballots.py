"""Ballots without a screen: paper to print, and putting in what came back, by keyboard alone (R45)."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cycle.forms.ballots import rule_of
from cycle.views.finding import exercise_or_404
from people import reference
from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from ..forms.ballots import BallotKeyingForm, PaperBallotsForm
from ..report.ballots import ballots_of
from ..voices import voices_to_enter
from .report import printed

SHOWN = 10


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def exercise_keying(request, slug, kind, pk):
    """Put in one ballot after the other; what repeats stays filled in, and the last one is named."""
    exercise = exercise_or_404(request, slug, kind, pk)
    stop(exercise.why_cannot_put_in(request.user))
    items, voices = list(exercise.items.all()), voices_to_enter(exercise.stage.cycle, request.user)
    mine = exercise.ballots.filter(entered_by=request.user).exclude(channel="online").select_related("participant")
    last = mine.order_by("-pk").first()
    initial = {"participant": last.participant_id, "channel": last.channel} if last else {"channel": "paper"}
    form = BallotKeyingForm(typed(request), exercise=exercise, items=items, voices=voices, initial=initial)
    outcome = attempt(form, lambda: exercise.put_in(request.user, **form.said))
    if outcome.done:
        return redirect(f"{exercise.get_url('exercise_keying')}?after={outcome.came.pk}")
    just_now = last if last and request.method != "POST" and str(last.pk) == request.GET.get("after") else None
    context = {
        "stage": exercise.stage, "room": exercise.SLUG, "exercise": exercise, "form": form, "mine": mine.count(),
        "just_now": _named(just_now) if just_now else "", "rule": rule_of(exercise, items),
    }  # fmt: skip
    return page(request, "feedback/exercise_keying.html", context, outcome.status)


def _named(ballot):
    """Which ballot was put in last, and never what it says."""
    if ballot.reference:
        words = _("The ballot %(code)s from %(party)s is put in. Go on with the next one.")
        return words % {"code": reference.in_print(ballot.reference), "party": ballot.participant}
    return _("A ballot from %(party)s is put in. Go on with the next one.") % {"party": ballot.participant}


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def exercise_paper(request, slug, kind, pk):
    """Make paper ballots to print for a group or body."""
    exercise = exercise_or_404(request, slug, kind, pk)
    stop(exercise.why_cannot_put_in(request.user))
    parties = voices_to_enter(exercise.stage.cycle, request.user)
    form = PaperBallotsForm(typed(request), parties=parties)
    outcome = attempt(form, lambda: exercise.print_paper(request.user, **form.cleaned_data))
    if outcome.done:
        number = outcome.came.number
        made = ngettext("%(count)d ballot is ready to print.", "%(count)d ballots are ready to print.", number)
        return done(request, made % {"count": number}, exercise.get_url("exercise_paper"))
    runs = exercise.paper_runs.filter(participant__in=parties).select_related("participant", "by")
    context = {
        "stage": exercise.stage, "room": exercise.SLUG, "exercise": exercise, "form": form,
        "runs": [(run, exercise.get_url("exercise_paper_pdf", run.pk)) for run in runs[:SHOWN]],
    }  # fmt: skip
    return page(request, "feedback/exercise_paper.html", context, outcome.status)


@require_safe
@open_to("signed in")
def exercise_paper_pdf(request, slug, kind, pk, run):
    """A run of paper ballots as a PDF; with `?size=large` in large print."""
    exercise = exercise_or_404(request, slug, kind, pk)
    parties = voices_to_enter(exercise.stage.cycle, request.user)
    found = get_object_or_404(
        exercise.paper_runs.select_related("participant__group"), pk=run, participant__in=parties
    )  # fmt: skip
    report, back = ballots_of(found, exercise, request.user), _("Go back to the paper ballots")
    return printed(request, report, f"{slug}-{kind}-ballots-{run}", exercise.get_url("exercise_paper"), back)
