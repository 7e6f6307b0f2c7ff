"""Who takes a training, told to the few; and wishes for training with their answers (R77)."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cycle.standing import standings_in
from cycle.views.finding import cycle_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.models import Person
from people.policy import open_to

from ..forms.training import CameForm, PlaceForm, WishAnswerForm, WishForm
from ..models import Training, TrainingPlace, TrainingWish
from ..models.training import CALLED_OFF_ALREADY, NOT_FOR_THEM, why_cannot_plan
from .training import training_or_404


def people_to_put_down(training, by):
    """Those whose names `by` may put down: all for whom it is for an officer, of the own group for who keeps it."""
    cycle = training.cycle
    standing = cycle.standing_of(by)
    if not (standing.runs or standing.keeps):
        return Person.objects.none()
    keys = [pk for pk, theirs in standings_in(cycle).items() if standing.runs or standing.keeps & theirs.belongs_to]
    there = training.places.values("person_id")
    return Person.objects.filter(pk__in=keys).exclude(pk=by.pk).exclude(pk__in=there).order_by("name", "pk")


@require_safe
@open_to("anyone")
def training_one(request, slug, pk):
    """One training, and for those who may read it who takes it."""
    found = training_or_404(request, slug, pk)
    person = request.user
    runs = found.cycle.standing_of(person).runs
    mine = found.places.filter(person=person).first() if person.is_authenticated else None
    context = {
        "cycle": found.cycle,
        "training": found,
        "crumbs": way_back(found.cycle),
        "mine": mine,
        "places": found.places.select_related("person").order_by("person__name") if runs else [],
        "runs": runs,
        "may_join": person.is_authenticated and not mine and not found.refusal_to_put_down(person, person),
        "may_enter": person.is_authenticated and people_to_put_down(found, person).exists() and not found.ended_at,
        "may_change": not found.refusal_to_change(person),
    }
    return page(request, "involvement/training/one.html", context)


@require_POST
@open_to("signed in")
def training_place(request, slug, pk):
    """Put one's own name down."""
    found = training_or_404(request, slug, pk)
    TrainingPlace.put_down(found, request.user, request.user)
    return done(request, _("Your name is down for it."), found)


@require_POST
@open_to("signed in")
def training_place_end(request, slug, pk):
    """Take one's own name off again; no reason is asked."""
    found = training_or_404(request, slug, pk)
    TrainingPlace.take_off(found, request.user)
    return done(request, _("Your name is off."), found)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def training_place_new(request, slug, pk):
    """Put somebody else's name down, who asked for it by word of mouth or on paper."""
    found = training_or_404(request, slug, pk)
    standing = found.cycle.standing_of(request.user)
    stop("" if standing.runs or standing.keeps else NOT_FOR_THEM)
    stop(CALLED_OFF_ALREADY if found.ended_at else "")
    form = PlaceForm(typed(request), people=people_to_put_down(found, request.user))
    outcome = attempt(form, lambda: TrainingPlace.put_down(found, form.cleaned_data["person"], request.user))
    if outcome.done:
        return done(request, _("The name is down for it."), found)
    context = {"title": _("Put a name down"), "submit": _("Put it down"), **_around(found, form)}
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def training_came(request, slug, pk):
    """Write down who took part."""
    found = training_or_404(request, slug, pk)
    stop(found.refusal_to_change(request.user))
    form = CameForm(typed(request), places=list(found.places.select_related("person").order_by("person__name")))
    outcome = attempt(form, lambda: TrainingPlace.write_down(found, request.user, form.cleaned_data["came"]))
    if outcome.done:
        return done(request, _("It is written down who took part."), found)
    lede = _("Everybody reads how many they were. Their names are for you, the other officers and each of them.")
    context = {"title": _("Who took part?"), "lede": lede, "submit": _("Save"), **_around(found, form)}
    return page(request, "forms/page.html", context, outcome.status)


def _around(training, form):
    return {
        "caption": training, "form": form, "cancel_url": training.get_absolute_url(),
        "crumbs": way_back(training.cycle, training),
    }  # fmt: skip


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def training_wish_new(request, slug):
    """Ask for training."""
    cycle = cycle_or_404(request, slug)
    stop(TrainingWish.refusal_to_ask(cycle, request.user))
    form = WishForm(typed(request))
    outcome = attempt(form, lambda: TrainingWish.ask(cycle, request.user, **form.cleaned_data))
    back = reverse("training", args=[slug])
    if outcome.done:
        return done(request, _("Thank you. An officer answers you here."), back)
    context = {"title": _("Ask for training"), "submit": _("Send"), "caption": cycle, "form": form,
               "cancel_url": back, "crumbs": way_back(cycle)}  # fmt: skip
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def training_wish(request, slug, pk):
    """A wish of one's own with its answer; an officer answers it here."""
    cycle = cycle_or_404(request, slug)
    wish = get_object_or_404(TrainingWish.objects.visible_to(request.user, cycle), pk=pk)
    wish.cycle = cycle
    refusal = why_cannot_plan(cycle, request.user)
    if request.method == "POST":
        stop(refusal)
    form = WishAnswerForm(typed(request), trainings=Training.objects.filter(cycle=cycle, ended_at__isnull=True))
    outcome = attempt(form, lambda: wish.reply(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("Your answer is sent."), reverse("training", args=[slug]))
    context = {"cycle": cycle, "wish": wish, "form": None if refusal or wish.answered_at else form}
    return page(request, "involvement/training/wish.html", context | {"crumbs": way_back(cycle)}, outcome.status)
