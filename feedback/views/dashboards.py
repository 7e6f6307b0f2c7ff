"""Dashboards: of one cycle, and of all cycles of an authority or of a part of it (C10)."""

from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from cycle.models.cycle import NOT_AN_OFFICER
from cycle.start import authorities_of
from cycle.views.finding import cycle_or_404
from people.answering import page, stop, way_back
from people.models import Group, Organisation
from people.policy import open_to

from ..dashboard import ALL
from ..dashboard.board import as_csv, dashboard_of
from ..dashboard.scope import of_cycle, of_organisation
from .report import printed


def _of_cycle_or_404(request, slug):
    """The Scope of the cycle with this slug. Raises Http404."""
    return of_cycle(cycle_or_404(request, slug), request.user)


def _of_organisation_or_404(request, pk):
    """The Scope of an authority, or of its part that `?part=` names. Raises Http404.

    One knows of it by a cycle that one knows of; its own commissioners also before there is any.
    """
    organisation, part = get_object_or_404(Organisation, pk=pk), request.GET.get("part", "")
    directorate = None
    if part:
        if not part.isdecimal() or len(part) > 18:
            raise Http404
        directorate = get_object_or_404(organisation.directorates, pk=part)
    found = of_organisation(organisation, request.user, directorate)
    if found.cycles:
        return found
    is_theirs = request.user.is_authenticated and authorities_of(request.user).filter(pk=pk).exists()
    if not is_theirs:
        raise Http404
    return found


@require_safe
@open_to("anyone")
def cycle_dashboard(request, slug):
    """One cycle in figures, each of which leads to what it counts."""
    return _page(request, _of_cycle_or_404(request, slug))


@require_safe
@open_to("anyone")
def cycle_dashboard_pdf(request, slug):
    """The same as a PDF."""
    return _pdf(request, _of_cycle_or_404(request, slug), slug)


@require_safe
@open_to("anyone")
def cycle_dashboard_csv(request, slug):
    """The same as a table in a file."""
    return _csv(_of_cycle_or_404(request, slug), slug)


@require_safe
@open_to("anyone")
def cycle_dashboard_list(request, slug, figure):
    """Everything that one figure of a cycle counts."""
    return _list(request, _of_cycle_or_404(request, slug), figure)


@require_safe
@open_to("anyone")
def organisation_dashboard(request, pk):
    """All cycles of an authority or of a part of it in figures, a row for each."""
    return _page(request, _of_organisation_or_404(request, pk))


@require_safe
@open_to("anyone")
def organisation_dashboard_pdf(request, pk):
    """The same as a PDF."""
    return _pdf(request, _of_organisation_or_404(request, pk), f"organisation-{pk}")


@require_safe
@open_to("anyone")
def organisation_dashboard_csv(request, pk):
    """The same as a table in a file."""
    return _csv(_of_organisation_or_404(request, pk), f"organisation-{pk}")


@require_safe
@open_to("anyone")
def organisation_dashboard_list(request, pk, figure):
    """Everything that one figure counts over all cycles of an authority or of a part of it."""
    return _list(request, _of_organisation_or_404(request, pk), figure)


def _page(request, scope):
    context = {"scope": scope, "board": dashboard_of(scope), "crumbs": way_back(scope.cycle) if scope.cycle else []}
    return page(request, "feedback/dashboard/page.html", context)


def _pdf(request, scope, name):
    return printed(request, dashboard_of(scope), f"{name}-dashboard", scope.address())


def _csv(scope, name):
    headers = {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": f'attachment; filename="{name}-dashboard-{scope.today:%Y-%m-%d}.csv"',
        "X-Content-Type-Options": "nosniff",
    }
    response = StreamingHttpResponse(as_csv(dashboard_of(scope)), headers=headers)
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _list(request, scope, key):
    found = next(((part, figure) for part in ALL for figure in part.figures if figure.key == key), None)
    if found is None:
        raise Http404
    part, figure = found
    stop(NOT_AN_OFFICER if figure.is_for_officers and not scope.run else "")
    group = _group(request)
    lines = part.lines(scope, key, request.GET.get("after"), group.pk if group else None)
    context = {
        "scope": scope,
        "figure": figure,
        "group": group,
        "lines": lines,
        "crumbs": [*(way_back(scope.cycle) if scope.cycle else []), {"name": scope.name, "url": scope.address()}],
        "older_url": scope.address("_list", key, group=group and group.pk, after=lines.more) if lines.more else "",
        "newer_url": "" if lines.is_first else scope.address("_list", key, group=group and group.pk),
    }
    return page(request, "feedback/dashboard/list.html", context)


def _group(request):
    """The Group that `?group=` names; None without one. Raises Http404."""
    key = request.GET.get("group", "")
    if not key:
        return None
    if not key.isdecimal() or len(key) > 18:
        raise Http404
    return get_object_or_404(Group, pk=key)
