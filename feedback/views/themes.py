"""The themes of a stage: what people said by theme, one theme with its history, making and changing them."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cycle.models import Event
from cycle.reading import read_events
from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from .. import sorting
from ..forms.themes import MergeForm, ThemeForm
from ..models import Theme
from ..showing import hidden_in_words
from ..themed import FEW, PART, themed


@require_safe
@open_to("anyone")
def themes(request, slug, kind):
    """What people said, by theme; those who said little first, in their own words (R38, R45)."""
    stage = stage_or_404(request, slug, kind)
    context = {
        "stage": stage,
        "room": "contributions",
        "themed": themed(stage, request.user),
        "hidden": hidden_in_words(stage, request.user),
        "few": FEW,
        "part": PART,
        "old": Theme.objects.in_stage(stage).visible_to(request.user, stage.cycle).exclude(state=Theme.State.USED),
        "refusal": Theme.refusal_to_make(stage, request.user),
        "runs": stage.cycle.standing_of(request.user).runs,
    }
    for theme in context["old"]:
        theme.stage, theme.cycle = stage, stage.cycle
    return page(request, "feedback/themes/themes.html", context)


def theme_or_404(request, slug, kind, pk):
    """The Theme, when the reader may read its name. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    rows = Theme.objects.in_stage(stage).visible_to(request.user, stage.cycle)
    found = get_object_or_404(rows.select_related("parent", "merged_into"), pk=pk)
    for each in filter(None, [found, found.parent, found.merged_into]):
        each.stage, each.cycle = stage, stage.cycle
    return found


@require_safe
@open_to("anyone")
def theme(request, slug, kind, pk):
    """One theme: what belongs in it, the way to what stands in it, and everything that was done with it."""
    found = theme_or_404(request, slug, kind, pk)
    stage, runs = found.stage, found.cycle.standing_of(request.user).runs
    events = Event.objects.filter(cycle=found.cycle, thing_type="feedback.theme", thing_id=found.pk)
    shown = page_of(events.select_related("by", "stage"), request.GET.get("before"), key="number", newest_first=True)
    acts = found.sortings.select_related("by", "undone_by").order_by("-pk")[:5] if runs else []
    context = {
        "stage": stage,
        "room": "contributions",
        "theme": found,
        "children": Theme.objects.visible_to(request.user, found.cycle).used().filter(parent=found),
        "said_url": f"{reverse('contributions', args=[slug, kind])}?theme={found.pk}",
        "shown": shown,
        "lines": read_events(shown.rows, request.user, found.cycle),
        "acts": acts,
        "runs": runs,
        "change_refusal": found.refusal_to_change(request.user),
        "return_refusal": found.refusal("return", request.user),
    }
    for each in context["children"]:
        each.stage, each.cycle = stage, found.cycle
    return page(request, "feedback/themes/theme.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def theme_new(request, slug, kind):
    """Make a theme."""
    stage = stage_or_404(request, slug, kind)
    stop(Theme.refusal_to_make(stage, request.user))
    form = ThemeForm(typed(request), above=_above(stage))
    outcome = attempt(form, lambda: Theme.make(stage, request.user, **said(form)))
    if outcome.done:
        return done(request, _("The theme is there. You can sort into it now."), themes_url(stage))
    return _form(request, stage, form, outcome.status, _("A new theme"), _("Make the theme"))


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def theme_edit(request, slug, kind, pk):
    """Change a theme; what stands in it stays in it."""
    found = theme_or_404(request, slug, kind, pk)
    stop(found.refusal_to_change(request.user))
    now = {name: getattr(found, name) for name in ("name", "about", "parent", "place", "openness", "version")}
    form = ThemeForm(typed(request), initial=now, above=_above(found.stage, found))
    outcome = attempt(form, lambda: found.change(request.user, form.cleaned_data["version"], **said(form)))
    if outcome.done:
        return done(request, _("The theme is changed."), found)
    return _form(request, found.stage, form, outcome.status, _("Change the theme"), _("Save"), found)


def said(form):
    """What a ThemeForm says of the theme itself."""
    return {name: value for name, value in form.cleaned_data.items() if name != "version"}


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def theme_merging(request, slug, kind, pk):
    """Put everything of one theme in another one, and use it no more."""
    found = theme_or_404(request, slug, kind, pk)
    stop(found.refusal("merge", request.user))
    others = Theme.objects.in_stage(found.stage).used().exclude(pk=found.pk)
    form = MergeForm(typed(request), others=others)
    outcome = attempt(form, lambda: sorting.merge(found, request.user, _of(form.cleaned_data["into"], found.stage)))
    if outcome.done:
        return done(request, _("They are one theme now. You can take it back on this page."),
                    form.cleaned_data["into"])  # fmt: skip
    lede = _("Everything in “%(theme)s” goes into the other theme. Nothing is lost, and it can be taken back.")
    title, words = _("Put it together with another theme"), _("Put them together")
    return _form(request, found.stage, form, outcome.status, title, words, found, lede % {"theme": found})


@require_POST
@open_to("signed in")
def theme_retirement(request, slug, kind, pk):
    """Use a theme no more; what stands in it stays there."""
    found = theme_or_404(request, slug, kind, pk)
    found.retire(request.user)
    return done(request, _("This theme is not used any more. What stands in it stays there."), found)


@require_POST
@open_to("signed in")
def theme_return(request, slug, kind, pk):
    """Use a theme again."""
    found = theme_or_404(request, slug, kind, pk)
    found.use_again(request.user)
    return done(request, _("This theme is used again."), found)


def themes_url(stage):
    """The address of the themes of a stage."""
    return reverse("themes", args=[stage.cycle.slug, stage.kind_slug])


def _above(stage, theme=None):
    return Theme.objects.in_stage(stage).on_top_beside(theme)


def _of(theme, stage):
    theme.stage, theme.cycle = stage, stage.cycle
    return theme


def _form(request, stage, form, status, title, submit, theme=None, lede=""):
    crumbs = way_back(stage.cycle, stage)
    crumbs.append({"name": _("What people said, by theme"), "url": themes_url(stage)})
    crumbs += way_back(theme) if theme else []
    context = {"title": title, "caption": stage, "lede": lede, "form": form, "submit": submit, "crumbs": crumbs}
    return page(request, "forms/page.html", context, status)
