"""What came of everything that a user group said, for its members."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from people.answering import page, way_back
from people.models import Group
from people.paging import page_of
from people.policy import open_to

from ..report.group_told import easy_for, group_told, owns, said_for
from .contributions import address_after
from .report import printed


def _group_or_404(request, pk):
    """The Group, for one who belongs to it. Raises Http404."""
    found = get_object_or_404(Group.objects.select_related("host"), pk=pk)
    if not found.has_member(request.user):
        raise Http404
    return found


@require_safe
@open_to("signed in")
def group_sheet(request, pk):
    """What the group said, newest first, and what came of each."""
    group = _group_or_404(request, pk)
    rows = page_of(said_for(group, request.user), request.GET.get("after"), newest_first=True)
    context = {
        "group": group,
        "crumbs": way_back(group),
        "rows": owns(rows, request.user),
        "older_url": address_after(request.GET, rows.more),
        "newer_url": "" if rows.is_first else request.path,
        "pdf_url": reverse("group_sheet_pdf", args=[group.pk]),
        "easy": easy_for(group, request.user),
    }
    return page(request, "feedback/sheet/group.html", context)


@require_safe
@open_to("signed in")
def group_sheet_pdf(request, pk):
    """The newest of it as a PDF, in large print with `?size=large`."""
    group = _group_or_404(request, pk)
    report = group_told(group, request.user)
    return printed(request, report, f"group-{group.pk}-what-came-of-it", reverse("group_sheet", args=[group.pk]))
