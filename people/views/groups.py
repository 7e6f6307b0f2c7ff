"""User groups: the register, a new one, what the page of one says, and its rule for signing.

Who belongs to one is told in involvement, and the page itself in cycle.
"""

from copy import copy
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ..answering import attempt, done, done_and_told, page, stop, typed, way_back
from ..forms.groups import AboutForm, GroupForm, MandateForm, RegisterFilters, SigningRuleForm
from ..models import Group, Mandate, Membership
from ..paging import page_of
from ..policy import open_to


@open_to("signed in")
@require_safe
def groups(request):
    """The register: every user group, in the order in which they came, or those that fit what was asked for (R67)."""
    filters = RegisterFilters(request.GET, sectors=Group.objects.sectors())
    chosen = filters.chosen
    context = {
        "shown": page_of(Group.objects.matching(**chosen).for_list(), request.GET.get("after")),
        "filters": filters,
        "chosen": chosen,
        "kept": f"{urlencode(chosen)}&" if chosen else "",
        "refusal": Group.why_cannot_start(request.user),
    }
    return page(request, "people/groups.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def group_new(request):
    """Start a group's page."""
    stop(Group.why_cannot_start(request.user))
    form = GroupForm(typed(request))
    outcome = attempt(form, lambda: Group.start(request.user, **form.cleaned_data))
    if outcome.done:
        said, group = _("The group has a page now. Its convenor can add the members."), outcome.came
        role = Membership.Role.CONVENOR.label
        return done_and_told(request, said, group, group.first_keeper, group, role)
    context = {
        "title": _("Start a group’s page"),
        "lede": _("A group is people who use a service, or may come to, and who speak together."),
        "form": form,
        "submit": _("Start the page"),
        "cancel_url": reverse("groups"),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def group_edit(request, pk):
    """Write what the page of a group says: whom it speaks for, who hosts it, how it meets (R67)."""
    group = get_object_or_404(Group.objects.select_related("host"), pk=pk)
    stop(group.why_cannot_keep(request.user))
    form = AboutForm(typed(request), instance=copy(group), initial={"version": group.version})
    outcome = attempt(form, lambda: group.rewrite(request.user, form.cleaned_data["version"], **form.said))
    if outcome.done:
        return done(request, _("The group’s page is saved."), group)
    context = {
        "title": _("What the group’s page says"),
        "caption": group,
        "lede": _("Everybody who is signed in can read it. What it said before is kept."),
        "form": form,
        "submit": _("Save the page"),
        "cancel_url": group.get_absolute_url(),
        "crumbs": way_back(group),
    }
    if outcome.current:
        last = outcome.current.editions.select_related("by").first()
        context |= {"beside": form.beside(outcome.current), "their_name": last.by, "at": last.at}
    return page(request, "people/group_edit.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def group_signing(request, pk):
    """Say whose signature counts as the group's: the group's own rule."""
    group = get_object_or_404(Group, pk=pk)
    stop(group.why_cannot_keep(request.user))
    form = SigningRuleForm(typed(request), initial={"rule": group.signing_rule})
    outcome = attempt(form, lambda: group.set_signing_rule(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The group’s rule for signing is saved."), group)
    context = {
        "title": _("Who signs for the group?"),
        "caption": group,
        "lede": _("It is for the group to say. Agreements that are there already keep the rule they were made with."),
        "form": form,
        "submit": _("Save the rule"),
        "cancel_url": group.get_absolute_url(),
        "crumbs": way_back(group),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def member_mandate(request, pk, membership):
    """Write down what somebody who speaks for the group may do for it; an earlier mandate stays on record (R67)."""
    group = get_object_or_404(Group, pk=pk)
    place = get_object_or_404(group.memberships.select_related("person"), pk=membership)
    place.group = group
    stop(Mandate.refusal_to_write(place, request.user))
    form = MandateForm(typed(request))
    outcome = attempt(form, lambda: Mandate.write(place, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The mandate of %(name)s is written down.") % {"name": place.person}, group)
    context = {
        "title": _("The mandate of %(name)s") % {"name": place.person},
        "caption": group,
        "lede": _("Members read it, and the officers whom the group works with. An earlier mandate stays on record."),
        "form": form,
        "submit": _("Write it down"),
        "cancel_url": group.get_absolute_url(),
        "crumbs": way_back(group),
    }
    return page(request, "forms/page.html", context, outcome.status)
