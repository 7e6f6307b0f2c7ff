"""User groups: the list of them, a new one, and its rule for signing. Who belongs to one is told in involvement."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ..answering import attempt, done, done_and_told, page, stop, typed, way_back
from ..forms.groups import GroupForm, SigningRuleForm
from ..models import Group
from ..paging import page_of
from ..policy import open_to


@open_to("signed in")
@require_safe
def groups(request):
    """Every user group, in the order in which they came."""
    shown = page_of(Group.objects.for_list(), request.GET.get("after"))
    context = {"shown": shown, "refusal": Group.why_cannot_start(request.user)}
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
        return done_and_told(request, said, group, group.first_keeper, group)
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
