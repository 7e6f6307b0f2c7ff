"""Training in a cycle: its plan and money, what is offered, and the named champion of user involvement (R77)."""

from decimal import Decimal

from django.db.models import Sum
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.models import Event
from cycle.snapshot import facts_of, in_words, label_of
from cycle.views.finding import cycle_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from ..forms.training import ChampionForm, ChangeTrainingForm, PlanForm, TrainingForm, WhyForm
from ..models import Champion, Training, TrainingPlan, TrainingWish
from ..models.training import why_cannot_plan


def training_or_404(request, slug, pk):
    """The Training of this cycle, for all who may know of the cycle. Raises Http404."""
    cycle = cycle_or_404(request, slug)
    found = get_object_or_404(Training.objects.filter(cycle=cycle).for_list(), pk=pk)
    found.cycle = cycle
    return found


@require_safe
@open_to("anyone")
def training(request, slug):
    """The champion, the plan with its money, what is offered and how many took it; and wishes."""
    cycle = cycle_or_404(request, slug)
    trainings = Training.objects.filter(cycle=cycle).for_list()
    rows = page_of(trainings, request.GET.get("after"), newest_first=True)
    for each in rows:
        each.cycle = cycle
    plan = TrainingPlan.objects.filter(cycle=cycle).first()
    sums = Training.objects.filter(cycle=cycle, ended_at__isnull=True).aggregate(cost=Sum("cost"), spent=Sum("spent"))
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "champion": Champion.objects.now(cycle),
        "plan": plan,
        "facts": facts_of(plan, TrainingPlan.WRITTEN) if plan else [],
        "planned": sums["cost"] or Decimal(0),
        "spent": sums["spent"] or Decimal(0),
        "trainings": rows,
        "wishes": TrainingWish.objects.visible_to(request.user, cycle).order_by("answered_at", "-pk")[:50],
        "may_plan": not why_cannot_plan(cycle, request.user),
        "may_ask": not TrainingWish.refusal_to_ask(cycle, request.user),
        "older_url": f"?after={rows.more}" if rows.more else "",
        "newer_url": "" if rows.is_first else request.path,
    }
    return page(request, "involvement/training/training.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def training_plan(request, slug):
    """Write what people need to learn, and how much money there is."""
    cycle = cycle_or_404(request, slug)
    stop(why_cannot_plan(cycle, request.user))
    there = TrainingPlan.objects.filter(cycle=cycle).first()
    begun = {name: getattr(there, name) for name in (*TrainingPlan.WRITTEN, "version")} if there else {"version": 0}
    form = PlanForm(typed(request), initial=begun)

    def write():
        said = dict(form.cleaned_data)
        return TrainingPlan.write(cycle, request.user, said.pop("version"), **said)

    outcome = attempt(form, write)
    if outcome.done:
        return done(request, _("The plan is saved."), outcome.came)
    context = {"title": _("The plan for training"), "submit": _("Save the plan"), **_around(cycle, form)}
    return _asked(request, context, outcome, TrainingPlan, TrainingPlan.WRITTEN)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def training_new(request, slug):
    """Offer a training."""
    cycle = cycle_or_404(request, slug)
    stop(why_cannot_plan(cycle, request.user))
    form = TrainingForm(typed(request))
    outcome = attempt(form, lambda: Training.offer(cycle, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The training is offered."), outcome.came)
    context = {"title": _("Offer training"), "submit": _("Offer it"), **_around(cycle, form)}
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def training_edit(request, slug, pk):
    """Change a training, or write down what it has cost."""
    found = training_or_404(request, slug, pk)
    stop(found.refusal_to_change(request.user))
    form = ChangeTrainingForm(
        typed(request), initial={name: getattr(found, name) for name in (*Training.WRITTEN, "version")}
    )
    outcome = attempt(form, lambda: found.change(request.user, form.cleaned_data["version"], **form.said))
    if outcome.done:
        return done(request, _("The training is changed."), found)
    context = {"title": _("Change this training"), "submit": _("Save"), **_around(found.cycle, form)}
    context |= {"caption": found, "cancel_url": found.get_absolute_url()}
    return _asked(request, context, outcome, Training, Training.WRITTEN)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def training_end(request, slug, pk):
    """Call a training off, with the reason."""
    found = training_or_404(request, slug, pk)
    stop(found.refusal_to_change(request.user))
    form = WhyForm(typed(request))
    outcome = attempt(form, lambda: found.call_off(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The training is called off."), found)
    context = {"title": _("Call this training off?"), "submit": _("Call it off"), **_around(found.cycle, form)}
    context |= {"caption": found, "cancel_url": found.get_absolute_url(), "warning": True}
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def champion_new(request, slug):
    """Name who speaks up for the involvement of users, and what they promise."""
    cycle = cycle_or_404(request, slug)
    stop(Champion.refusal_to_name(cycle, request.user))
    form = ChampionForm(typed(request))
    outcome = attempt(form, lambda: Champion.nominate(cycle, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The champion is named."), outcome.came)
    lede = _("Somebody senior in the authority, who sees to it that users are heard.")
    context = {"title": _("Name the champion for users"), "lede": lede, "submit": _("Name the champion")}
    return page(request, "forms/page.html", context | _around(cycle, form), outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def champion_end(request, slug):
    """Write down that the champion is one no longer."""
    cycle = cycle_or_404(request, slug)
    found = get_object_or_404(Champion, cycle=cycle, ended_at__isnull=True)
    found.cycle = cycle
    stop(Champion.refusal_to_name(cycle, request.user))
    form = WhyForm(typed(request))
    outcome = attempt(form, lambda: found.end(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is written down. Name another champion soon."), found)
    title = _("Is %(name)s champion no longer?") % {"name": found.name}
    context = {"title": title, "submit": _("Write it down"), "warning": True, **_around(cycle, form)}
    return page(request, "forms/page.html", context, outcome.status)


def _around(cycle, form):
    return {
        "caption": cycle, "form": form, "cancel_url": reverse("training", args=[cycle.slug]),
        "crumbs": way_back(cycle),
    }  # fmt: skip


def _asked(request, context, outcome, model, names):
    """The form; when somebody else was quicker, both texts."""
    current, form = outcome.current, context["form"]
    if not current:
        return page(request, "forms/page.html", context, outcome.status)
    form.data = form.data.copy()
    form.data["version"] = current.version
    typed_now = form.cleaned_data
    beside = [(label_of(model, name), in_words(current, name), typed_now.get(name))
              for name in names if getattr(current, name) != typed_now.get(name)]  # fmt: skip
    last = Event.objects.of(current).select_related("by").last()
    context |= {"beside": beside, "their_name": last.by.name, "at": last.at}
    return page(request, "cycle/record_edit.html", context, outcome.status)
