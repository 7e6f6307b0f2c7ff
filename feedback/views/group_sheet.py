"""What came of everything that a user group said: each reader gets what they may read, anybody what is public."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from cycle.models import Cycle
from people.answering import page, way_back
from people.models import Group
from people.paging import page_of
from people.policy import open_to

from ..report.group_told import easy_for, group_told, owns, said_for
from .contributions import address_after
from .report import printed


def _group_or_404(request, pk):
    """(the Group, whether the reader belongs to it); others know of it by a cycle that they know of. Raises Http404."""
    found = get_object_or_404(Group.objects.select_related("host"), pk=pk)
    is_member = request.user.is_authenticated and found.has_member(request.user)
    cycles = Cycle.objects.visible_to(request.user).filter(participants__group=found)
    if not is_member and not cycles.exists():
        raise Http404
    return found, is_member


@require_safe
@open_to("anyone")
def group_sheet(request, pk):
    """What the group said, newest first, and what came of each."""
    group, is_member = _group_or_404(request, pk)
    rows = page_of(said_for(group, request.user), request.GET.get("after"), newest_first=True)
    context = {
        "group": group,
        "is_member": is_member,
        "crumbs": way_back(group) if request.user.is_authenticated else [],
        "rows": owns(rows, request.user),
        "older_url": address_after(request.GET, rows.more),
        "newer_url": "" if rows.is_first else request.path,
        "pdf_url": reverse("group_sheet_pdf", args=[group.pk]),
        "easy": easy_for(group, request.user),
    }
    return page(request, "feedback/sheet/group.html", context)


@require_safe
@open_to("anyone")
def group_sheet_pdf(request, pk):
    """The newest of it as a PDF, in large print with `?size=large`."""
    group, is_member = _group_or_404(request, pk)
    report = group_told(group, request.user, is_member)
    return printed(request, report, f"group-{group.pk}-what-came-of-it", reverse("group_sheet", args=[group.pk]))
