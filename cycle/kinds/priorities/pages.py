"""The pages of an exercise: what is put in order, opening and closing it, a ballot, the results, the agreed list."""

from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from ...forms.ballots import BallotForm, rule_of
from ...forms.exercises import AgreedForm, ItemsForm
from ...models.cycle import NOT_AN_OFFICER, runs
from ...views.finding import exercise_or_404
from ...voices import own_voices

SEALED = gettext_lazy("This is still sealed. Everybody sees the results when it is closed.")


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def exercise_items(request, slug, kind, pk):
    """Say which things people put in order; fixed once the first ballot is in."""
    exercise = exercise_or_404(request, slug, kind, pk)
    stop(exercise.why_items_are_fixed(request.user))
    items = list(exercise.items.all())
    form = ItemsForm(typed(request), items=items, initial={"version": exercise.version})
    outcome = attempt(
        form, lambda: exercise.set_items(request.user, form.cleaned_data["version"], form.things)
    )  # fmt: skip
    if outcome.done:
        to = exercise.get_url("exercise_items") if "more" in request.POST else exercise
        return done(request, _("The things to put in order are saved."), to)
    there = None
    if outcome.current:
        there = list(outcome.current.items.all())
        form.take_version(outcome.current)
    return page(request, "cycle/exercise_items.html", _room(exercise, form=form, there=there), outcome.status)


@open_to("signed in")
@require_POST
def exercise_opening(request, slug, kind, pk):
    """Let ballots come in."""
    exercise = exercise_or_404(request, slug, kind, pk)
    exercise.open(request.user)
    return done(request, _("It is open. Everybody who takes part can give a ballot now."), exercise)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def exercise_closing(request, slug, kind, pk):
    """Look once more at how many came, then close it and show the results."""
    exercise = exercise_or_404(request, slug, kind, pk)
    stop("" if runs(exercise, request.user) else NOT_AN_OFFICER)
    stop(exercise.refusal("close", request.user))
    if request.method == "POST":
        exercise.close(request.user)
        return done(request, _("It is closed. Here is what came of it."), exercise.get_url("exercise_results"))
    return page(request, "cycle/exercise_closing.html", _room(exercise, turnout=exercise.turnout))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def exercise_ballot(request, slug, kind, pk):
    """Give one's own ballot, or change it while the exercise is open."""
    exercise = exercise_or_404(request, slug, kind, pk)
    stop(exercise.why_cannot_vote(request.user))
    own, items = exercise.ballot_of(request.user), list(exercise.items.all())
    if own:
        own.exercise = exercise
    voices = own_voices(exercise.stage.cycle, request.user)
    form = BallotForm(typed(request), exercise=exercise, items=items, voices=voices, own=own)
    outcome = attempt(form, lambda: exercise.vote(request.user, **form.said))
    if outcome.done:
        return done(request, _("Your ballot is in. You can change it until this is closed."), exercise)
    context = _room(exercise, form=form, own=own, rule=rule_of(exercise, items))
    return page(request, "cycle/exercise_ballot.html", context, outcome.status)


@open_to("anyone")
@require_safe
def exercise_results(request, slug, kind, pk):
    """What came of it: both sides side by side, then each by itself. Before it is closed there is nothing to see."""
    exercise = exercise_or_404(request, slug, kind, pk)
    stop("" if exercise.is_closed else SEALED)
    context = _room(
        exercise, glances=exercise.told(request.user), agree_refusal=exercise.why_cannot_agree(request.user),
        may_agree=runs(exercise, request.user),
    )  # fmt: skip
    return page(request, "cycle/exercise_results.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def priorities_agreed(request, slug, kind, pk):
    """Make the agreed list, with the reason wherever it differs from one of the sides."""
    exercise = exercise_or_404(request, slug, kind, pk)
    stop(exercise.why_cannot_agree(request.user))
    results = exercise.results
    form = AgreedForm(typed(request), exercise=exercise, compared=results.rows)
    outcome = attempt(form, lambda: exercise.agree(request.user, form.places))
    if outcome.done:
        number = len(outcome.came)
        words = ngettext(
            "The agreed list is there: %(number)s priority.", "The agreed list is there: %(number)s priorities.", number
        )
        return done(request, words % {"number": number}, exercise.get_url("exercise_results"))
    return page(request, "cycle/exercise_agreed.html", _room(exercise, form=form, results=results), outcome.status)


def _room(exercise, **further):
    """What every room of a stage takes, and the exercise."""
    return {"stage": exercise.stage, "room": exercise.SLUG, "exercise": exercise, **further}


URLS = [
    path("exercises/<int:pk>/items/", exercise_items, name="exercise_items"),
    path("exercises/<int:pk>/opening/", exercise_opening, name="exercise_opening"),
    path("exercises/<int:pk>/closing/", exercise_closing, name="exercise_closing"),
    path("exercises/<int:pk>/ballot/", exercise_ballot, name="exercise_ballot"),
    path("exercises/<int:pk>/results/", exercise_results, name="exercise_results"),
    path("exercises/<int:pk>/agreed/", priorities_agreed, name="priorities_agreed"),
]
