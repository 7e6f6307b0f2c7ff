"""For whom a group's convenor and host work, and whether its members trust them (R73; c4, c5)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from cycle.standing import may_read_names
from people.answering import attempt, done, page, stop, typed, way_back
from people.models import Group
from people.models.unnamed import MINIMUM
from people.paging import page_of
from people.policy import open_to

from ..forms.loyalty import LoyaltyForm, TrustForm
from ..loyalty import worker_named, workers_of
from ..models import Loyalty, Trust, TrustCount
from ..models.trust import too_few
from ..renewing import renewal_on
from .direct_funding import fundings_of

KEPT = gettext_lazy("Thank you. Your answer is kept without your name. It is shown only in a count of five or more.")


def readable_or_404(request, pk):
    """The group, when the reader may know who belongs to it: a member, or an officer where it takes part."""
    group = get_object_or_404(Group.objects.select_related("host"), pk=pk)
    if not may_read_names(request.user, group):
        raise Http404
    return group


@open_to("signed in")
@require_safe
def group_loyalty(request, pk):
    """What convenors and host declare, what the members say of them, and whether the group asked for money (R73)."""
    group = readable_or_404(request, pk)
    workers, counts = workers_of([group])[group.pk], TrustCount.objects.newest(group)
    now = [worker.said.pk for worker in workers if worker.said]
    others = Loyalty.objects.in_group(group).exclude(pk__in=now)
    earlier = page_of(others, request.GET.get("before"), newest_first=True)
    context = {
        "group": group,
        "crumbs": way_back(group),
        "workers": [(each, counts.get(each.ids)) for each in workers],
        "refusal": Loyalty.refusal_to_declare(group, request.user),
        "host_refusal": Loyalty.refusal_for_host(group, request.user),
        "trust_refusal": Trust.refusal(group, request.user),
        "too_few": too_few(group),
        "minimum": MINIMUM,
        "rule": renewal_on(timezone.localdate()),
        "earlier": earlier,
        "older_url": f"?before={earlier.more}" if earlier.more else "",
        "newer_url": "" if earlier.is_first else "?",
        **fundings_of(group, request.user),
    }
    return page(request, "involvement/loyalty/page.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def loyalty_new(request, pk):
    """Say for whom one works as the group's convenor."""
    group = readable_or_404(request, pk)
    stop(Loyalty.refusal_to_declare(group, request.user))
    last = Loyalty.objects.in_group(group).filter(person=request.user).first()
    return _declared(request, group, last, _("For whom do you work?"), Loyalty.declare)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def host_loyalty_new(request, pk):
    """Say what the group's host does beside hosting it: by somebody who works there, or who keeps the page."""
    group = get_object_or_404(Group.objects.select_related("host"), pk=pk)
    sentence = Loyalty.refusal_for_host(group, request.user)
    if sentence and not may_read_names(request.user, group):
        raise Http404
    stop(sentence)
    last = Loyalty.objects.in_group(group).filter(organisation=group.host).first()
    return _declared(request, group, last, _("For whom does the host work?"), Loyalty.declare_for_host, is_host=True)


def _declared(request, group, last, title, verb, *, is_host=False):
    """The form of a declaration, begun with what was said last; saved, it is added and the earlier one stays."""
    initial = {name: getattr(last, name) for name in Loyalty.TOLD} if last else {}
    form = LoyaltyForm(typed(request), initial=initial, is_host=is_host)
    outcome = attempt(form, lambda: verb(group, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is written down. Say it again when something changes."), group)
    context = {
        "title": title,
        "caption": group,
        "lede": _("The members read all of it, and so do the officers whom the group works with."),
        "form": form,
        "submit": _("Say so"),
        "cancel_url": group.get_absolute_url(),
        "crumbs": way_back(group),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def group_trust(request, pk, key):
    """Say whether one trusts a convenor or the host of one's group, without one's name (R73)."""
    group = readable_or_404(request, pk)
    worker = worker_named(group, key)
    if worker is None:
        raise Http404
    stop(Trust.refusal(group, request.user))
    form = TrustForm(typed(request))
    outcome = attempt(form, lambda: Trust.say(worker, request.user, form.cleaned_data["answer"]))
    back = reverse("group_loyalty", args=[group.pk])
    if outcome.done:
        return done(request, KEPT, back)
    context = {
        "group": group,
        "worker": worker,
        "crumbs": way_back(group),
        "form": form,
        "refusal": "",
        "minimum": MINIMUM,
        "has_answered": Trust.objects.filter(pk=Trust.key_of(request.user, worker)).exists(),
        "cancel_url": back,
    }
    return page(request, "involvement/loyalty/trust.html", context, outcome.status)
