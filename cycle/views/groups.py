"""A user group's own page and its history: here and not in people, because officers read names where it takes part."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people.answering import page, way_back
from people.models import Group, Mandate
from people.needs import put_beside
from people.paging import page_of
from people.policy import open_to

from ..group_history import told
from ..letters import beside
from ..models import Cycle
from ..standing import may_read_names


@open_to("signed in")
@require_safe
def group(request, pk):
    """Whom the group speaks for, who hosts it, who belongs to it, and where it takes part (R67, R73)."""
    found = get_object_or_404(Group.objects.select_related("host"), pk=pk)
    refusal = found.why_cannot_keep(request.user)
    reads_names = may_read_names(request.user, found)
    members = sorted(found.memberships.select_related("person"), key=lambda place: not place.is_active)
    mandates = Mandate.objects.newest_of(members) if reads_names else {}
    for place in members:
        place.mandate = mandates.get(place.pk)
    context = {
        "group": found,
        "crumbs": [{"name": _("User groups"), "url": reverse("groups")}],
        "reads_names": reads_names,
        "members": members if refusal else put_beside(beside(members), request.user),
        "counts": found.counts(),
        "cycles": Cycle.objects.visible_to(request.user).with_part_of(found),
        "keeps": not refusal,
        "is_member": found.has_member(request.user),
    }
    return page(request, "people/group.html", context)


@open_to("signed in")
@require_safe
def group_history(request, pk):
    """What the page of a group said before, edition by edition, with who changed it and when (R67)."""
    found = get_object_or_404(Group, pk=pk)
    editions = found.editions.select_related("by", "host")
    shown = page_of(editions, request.GET.get("before"), newest_first=True)
    reads_names = may_read_names(request.user, found)
    given = Mandate.objects.in_group(found) if reads_names else Mandate.objects.none()
    mandates = page_of(given, request.GET.get("given_before"), newest_first=True)
    context = {
        "group": found,
        "crumbs": way_back(found),
        "entries": told(shown.rows, reads_names),
        "mandates": mandates,
        "older_mandates_url": f"?given_before={mandates.more}" if mandates.more else "",
        "older_url": f"?before={shown.more}" if shown.more else "",
        "newer_url": "" if shown.is_first else "?",
    }
    return page(request, "people/group_history.html", context)
