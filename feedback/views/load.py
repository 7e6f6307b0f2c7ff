"""What is asked of me, and of a group, over all cycles (R72)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cycle.standing import may_read_names
from people.answering import page, way_back
from people.models import Group
from people.policy import open_to

from ..load.pages import group_load as load_of_group
from ..load.pages import own_load


@require_safe
@open_to("signed in")
def load(request):
    """What is asked of me this month, what I agreed to, and the way to be asked for less."""
    crumbs = [{"name": _("About you"), "url": reverse("own")}]
    return page(request, "feedback/load/own.html", {"own": own_load(request.user), "crumbs": crumbs})


@require_safe
@open_to("signed in")
def group_load(request, pk):
    """What is asked of a group, for its members and the officers who work with it; by member for who keeps it."""
    group = get_object_or_404(Group, pk=pk)
    if not may_read_names(request.user, group):
        raise Http404
    context = {"group": group, "asked": load_of_group(group, request.user), "crumbs": way_back(group),
               "keeps": group.is_kept_by(request.user)}  # fmt: skip
    return page(request, "feedback/load/group.html", context)
