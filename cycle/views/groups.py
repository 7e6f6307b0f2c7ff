"""A user group's own page: here and not in people, because it tells in which cycles the group takes part."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people.answering import page
from people.models import Group
from people.needs import put_beside
from people.policy import open_to

from ..letters import beside
from ..models import Cycle
from ..standing import may_read_names


@open_to("signed in")
@require_safe
def group(request, pk):
    """Whom the group speaks for, who hosts it, who belongs to it, and where it takes part (R67, R73)."""
    found = get_object_or_404(Group.objects.select_related("host"), pk=pk)
    refusal = found.why_cannot_keep(request.user)
    members = sorted(found.memberships.select_related("person"), key=lambda place: not place.is_active)
    context = {
        "group": found,
        "crumbs": [{"name": _("User groups"), "url": reverse("groups")}],
        "reads_names": may_read_names(request.user, found),
        "members": members if refusal else put_beside(beside(members), request.user),
        "counts": found.counts(),
        "cycles": Cycle.objects.visible_to(request.user).with_part_of(found),
        "keeps": not refusal,
        "is_member": found.has_member(request.user),
    }
    return page(request, "people/group.html", context)
