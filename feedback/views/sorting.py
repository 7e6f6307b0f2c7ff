"""Sorting what was said into themes: many at once from a list, one after another, and taking it back."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed
from people.paging import page_of
from people.policy import open_to

from .. import sorting as acts
from ..asking import Asking
from ..counting import at_most, in_words
from ..forms.asking import AskingForm, themes_to_ask_for
from ..forms.themes import ALL, MOVE, TAKE, CodingForm, SortForm
from ..models import Coding, Contribution, Sorting, Theme
from ..showing import shown
from .contributions import address_after, contribution_or_404
from .themes import themes_url

MOST_TICKED = 100  # a page has fewer


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def sorting(request, slug, kind):
    """A list with ticks: put what is ticked, or all that the list shows, in a theme or out of it."""
    stage = stage_or_404(request, slug, kind)
    stop(Theme.refusal_to_make(stage, request.user))
    asking = Asking.from_query(request.GET)
    found, out_of = asking.rows(stage, request.user), _theme_asked_for(asking, stage)
    rows = page_of(found.for_list(), request.GET.get("after"), key="found_at", newest_first=True)
    count = at_most(found)
    themes = Theme.objects.in_stage(stage).used()
    form = SortForm(typed(request), themes=themes, count=in_words(count), out_of=out_of)
    outcome = attempt(form, lambda: _sort(stage, request.user, found, form.cleaned_data, out_of))
    if outcome.done:
        return done(request, _what_was_done(outcome.came), f"{request.path}?{asking.to_query()}")
    context = {
        "stage": stage,
        "room": "contributions",
        "filters": AskingForm(asking, stage, request.user),
        "said": shown(rows, stage, request.user, asking.asked),
        "ticked": set(form.data.getlist("ticked")) if form.is_bound else set(),
        "count": count,
        "form": form,
        "last": _last_act(stage, request.user),
        "older_url": address_after(request.GET, rows.more),
        "newer_url": "" if rows.is_first else f"?{asking.to_query()}",
        "first_url": _one_after_another(stage, rows.rows[0], asking) if rows.rows else "",
    }
    return page(request, "feedback/themes/sorting.html", context, outcome.status)


def _theme_asked_for(asking, stage):
    """The one theme that the list shows, or None."""
    if not asking.theme.isdecimal():
        return None
    return Theme.objects.in_stage(stage).used().filter(pk=asking.theme).first()


def _sort(stage, by, found, said, out_of):
    rows = found if said["which"] == ALL else Contribution.objects.filter(pk__in=said["ticked"][:MOST_TICKED])
    theme = _in(stage, said["theme"])
    if said["how"] == TAKE:
        return acts.take(stage, by, theme, rows)
    return acts.put(stage, by, theme, rows, out_of=_in(stage, out_of) if said["how"] == MOVE else None)


def _in(stage, theme):
    theme.stage, theme.cycle = stage, stage.cycle
    return theme


def _what_was_done(act):
    put, taken = act.codings_put.count(), act.codings_taken.count()
    words = []
    if put:
        words.append(ngettext("%(count)d was put in “%(theme)s”.", "%(count)d were put in “%(theme)s”.", put)
                     % {"count": put, "theme": act.theme})  # fmt: skip
    if taken:
        words.append(ngettext("%(count)d was taken out of its theme.", "%(count)d were taken out of their theme.",
                              taken) % {"count": taken})  # fmt: skip
    return " ".join([*words, _("You can take that back below.")])


def _last_act(stage, person):
    """What this person sorted last in the stage, when they can take it back."""
    last = Sorting.objects.filter(stage=stage, by=person).select_related("theme").first()
    if last is None:
        return None
    last.stage = stage
    return None if acts.refusal_to_undo(last, person) else last


@require_POST
@open_to("signed in")
def sorting_undoing(request, slug, kind, pk):
    """Take back one act of sorting."""
    stage = stage_or_404(request, slug, kind)
    stop(Theme.refusal_to_make(stage, request.user))
    act = get_object_or_404(Sorting.objects.select_related("theme"), stage=stage, pk=pk)
    act.stage = stage
    if act.theme:
        _in(stage, act.theme)
    acts.undo(act, request.user)
    return done(request, _("It is taken back."), act.theme or themes_url(stage))


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def contribution_themes(request, slug, kind, pk):
    """Sort one contribution, and go on with the next one of the list in the address."""
    found = contribution_or_404(request, slug, kind, pk)
    stage, asking = found.stage, Asking.from_query(request.GET)
    stop(Theme.refusal_to_make(stage, request.user))
    themes = [theme for theme in themes_to_ask_for(stage, request.user) if theme.is_used]
    held = [str(key) for key in Coding.objects.standing().filter(contribution=found).values_list("theme_id", flat=True)]
    form = CodingForm(typed(request), initial={"themes": held}, themes=themes)
    wanted = (
        [_in(stage, theme) for theme in themes if str(theme.pk) in form.data.getlist("themes")] if form.data else []
    )
    outcome = attempt(form, lambda: acts.choose(found, request.user, wanted))
    later = asking.rows(stage, request.user).filter(found_at__lt=found.pk).order_by("-found_at").first()
    if outcome.done and later:
        return redirect(_one_after_another(stage, later, asking))
    if outcome.done:
        return done(request, _("That was the last one of this list."), themes_url(stage))
    context = {
        "stage": stage,
        "room": "contributions",
        "said": shown([found], stage, request.user)[0],
        "contribution": found,
        "form": form,
        "next_url": _one_after_another(stage, later, asking) if later else "",
        "list_url": f"{reverse('sorting', args=[slug, kind])}?{asking.to_query()}",
    }
    return page(request, "feedback/themes/one.html", context, outcome.status)


def _one_after_another(stage, contribution, asking):
    """The address at which this contribution is sorted as one of a list."""
    path = reverse("contribution_themes", args=[stage.cycle.slug, stage.kind_slug, contribution.pk])
    return f"{path}?{asking.to_query()}" if asking else path
