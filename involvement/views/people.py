"""Who belongs to a group and who takes part in a cycle, where agreements rest on it (R10)."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cycle.views.finding import cycle_or_404
from cycle.views.people import end_place
from people.answering import attempt, done, done_and_told, page, stop, typed, way_back
from people.forms import Form
from people.forms.groups import MemberForm
from people.models import Group
from people.policy import open_to

from ..leaving import end_part
from ..membership import add_member, end_membership


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def participant_end(request, slug, pk):
    """End the part of a group, body or person, after a question; its agreements have to be looked at again."""
    cycle = cycle_or_404(request, slug)
    participant = get_object_or_404(cycle.participants.all(), pk=pk)
    told = _("The part of %(name)s has ended.") % {"name": participant}
    title = _("End the part of %(name)s?") % {"name": participant}
    return end_place(request, cycle, lambda *given, **said: end_part(cycle, *given, **said), participant, title, told)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def member_new(request, pk):
    """Add a member to a group."""
    group = get_object_or_404(Group, pk=pk)
    stop(group.why_cannot_keep(request.user))
    form = MemberForm(typed(request))
    outcome = attempt(form, lambda: add_member(group, request.user, **form.cleaned_data))
    if outcome.done:
        person, told = outcome.came.person, _("%(name)s belongs to the group now.")
        role = outcome.came.get_role_display()
        return done_and_told(request, told % {"name": person}, group, person, group, role)
    context = {
        "title": _("Add a member"),
        "caption": group,
        "form": form,
        "submit": _("Add"),
        "cancel_url": group.get_absolute_url(),
        "crumbs": way_back(group),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_POST
def member_end(request, pk, membership):
    """End somebody's place in a group; from the next request on it gives no right."""
    group = get_object_or_404(Group, pk=pk)
    place = get_object_or_404(group.memberships.select_related("person"), pk=membership)
    end_membership(group, request.user, place)
    return done(request, _("The place of %(name)s in the group has ended.") % {"name": place.person}, group)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def place_leaving(request, pk, membership):
    """Leave a group oneself, after a question; from the next request on the place gives no right (R16, R24)."""
    group = get_object_or_404(Group, pk=pk)
    place = get_object_or_404(group.memberships.active().filter(person=request.user), pk=membership)
    form = Form(typed(request))
    outcome = attempt(form, lambda: end_membership(group, request.user, place))
    if outcome.done:
        return done(request, _("You have left %(group)s.") % {"group": group}, reverse("own"))
    context = {
        "title": _("Leave %(group)s?") % {"group": group},
        "caption": place.get_role_display(),
        "lede": _("You need no reason. What you said stays. The group can bring you in again."),
        "form": form,
        "submit": _("Leave the group"),
        "warning": True,
        "cancel_url": reverse("own"),
        "cancel": _("Stay"),
        "crumbs": way_back(group),
    }
    return page(request, "forms/page.html", context, outcome.status)
