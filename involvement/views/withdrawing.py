"""Who left or paused, and why: the list of a cycle, pausing and leaving, coming back, and the reply (R24)."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import cycle_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.models import Group
from people.paging import page_of
from people.policy import open_to

from .. import farewells, withdrawing
from ..forms.withdrawing import BackForm, FarewellForm, LeavingReplyForm, WithdrawalForm
from ..models import Withdrawal
from ..withdrawn import told

DONE = {
    Withdrawal.Sort.PAUSE: gettext_lazy("Your pause is written down. Nobody waits for you until you are back."),
    Withdrawal.Sort.LEAVE: gettext_lazy("It is written down that you leave. What you said and did stays."),
}


def leaving_or_404(request, slug, pk):
    """The Withdrawal of this cycle, which all may know who may know of the cycle. Raises Http404."""
    cycle = cycle_or_404(request, slug)
    found = get_object_or_404(Withdrawal.objects.in_cycle(cycle).for_list(), pk=pk)
    found.cycle = found.participant.cycle = cycle
    return found


@open_to("anyone")
@require_safe
def leavings(request, slug):
    """Everybody who left this cycle or paused in it, newest first; what they said, as far as the reader may read it."""
    cycle = cycle_or_404(request, slug)
    rows = page_of(Withdrawal.objects.in_cycle(cycle).for_list(), request.GET.get("after"), newest_first=True)
    standing = cycle.standing_of(request.user)
    mine = cycle.participants.active().filter(pk__in=standing.speaks_for | standing.keeps).select_related("group")
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "shown": rows,
        "told": told(rows, request.user, cycle),
        "mine": [each for each in _at_home(mine, cycle) if not withdrawing.refusal(each, request.user)],
        "ended": withdrawing.ended_by_officers(cycle)[:50],
        "farewells": farewells.in_cycle(cycle, request.user)[:50],
        "runs": standing.runs,
    }
    return page(request, "involvement/leaving/list.html", context)


def _at_home(participants, cycle):
    """These participants with the very cycle that the page has."""
    for each in participants:
        each.cycle = cycle
        yield each


@open_to("anyone")
@require_safe
def leaving(request, slug, pk):
    """One withdrawal, what was said with it, and the reply."""
    found = leaving_or_404(request, slug, pk)
    (shown,) = told([found], request.user, found.cycle)
    context = {"told": shown, "cycle": found.cycle, "crumbs": [*way_back(found.cycle), _list_of(found.cycle)]}
    return page(request, "involvement/leaving/one.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def leaving_new(request, slug, participant):
    """Pause or leave, for a group or body for which one may speak."""
    cycle = cycle_or_404(request, slug)
    party = get_object_or_404(cycle.participants.select_related("group"), pk=participant)
    party.cycle = cycle
    stop(withdrawing.refusal(party, request.user))
    stages = withdrawing.stages_of(party)
    start = stages.filter(kind_slug=request.GET.get("stage", "")).first()
    form = WithdrawalForm(typed(request), stages=stages, initial={"stage": start})
    outcome = attempt(form, lambda: withdrawing.withdraw(party, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, DONE[outcome.came.sort], outcome.came)
    context = {
        "title": _("Pause or leave: %(party)s") % {"party": party},
        "caption": cycle,
        "lede": _(
            "It is your right, and nobody may hold it against you. That you do it is told to all. Why is up to you."
        ),
        "form": form,
        "submit": _("Write it down"),
        "cancel_url": reverse("leavings", args=[cycle.slug]),
        "crumbs": [*way_back(cycle), _list_of(cycle)],
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def leaving_back(request, slug, pk):
    """Come back after a pause, with a few words or without."""
    found = leaving_or_404(request, slug, pk)
    stop(withdrawing.refusal_to_come_back(found, request.user))
    form = BackForm(typed(request))
    outcome = attempt(form, lambda: withdrawing.come_back(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("Welcome back. What changed meanwhile is shown to you."), found.cycle)
    context = {
        "title": _("Come back: %(party)s") % {"party": found},
        "submit": _("We are back"),
        **_around(found, form),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def leaving_reply(request, slug, pk):
    """Reply for the authority to those who left or paused."""
    found = leaving_or_404(request, slug, pk)
    refusal = withdrawing.refusal_to_reply(found, request.user)
    is_late = refusal == withdrawing.REPLIED_ALREADY and request.method == "POST"  # what was typed is given back
    stop("" if is_late else refusal)
    form = LeavingReplyForm(typed(request))
    outcome = attempt(form, lambda: withdrawing.reply(found, request.user, form.cleaned_data["words"]))
    if outcome.done:
        return done(request, _("Your reply is there."), found)
    (shown,) = told([found], request.user, found.cycle)
    title = _("Reply to %(party)s") % {"party": found}
    context = {"title": title, "submit": _("Send the reply"), "told": shown, **_around(found, form)}
    return page(request, "involvement/leaving/reply.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def group_leave(request, pk):
    """Leave a group, saying why or not."""
    group = get_object_or_404(Group, pk=pk)
    stop("" if group.has_member(request.user) else farewells.NO_PLACE)
    form = FarewellForm(typed(request))
    outcome = attempt(form, lambda: farewells.leave_group(group, request.user, **form.cleaned_data))
    if outcome.done:
        return done(
            request, _("You have left %(group)s. What you said and did stays.") % {"group": group}, reverse("home")
        )
    context = {
        "title": _("Leave the group"),
        "caption": group,
        "lede": _(
            "You can leave on any day. Is it only too much just now? Then you can take a pause, and keep your place."
        ),
        "form": form,
        "submit": _("Leave the group"),
        "warning": True,
        "cancel_url": group.get_absolute_url(),
        "crumbs": way_back(group),
        "pause_url": reverse("load"),
    }
    return page(request, "involvement/leaving/group.html", context, outcome.status)


def _list_of(cycle):
    return {"name": _("Who left or paused, and why"), "url": reverse("leavings", args=[cycle.slug])}


def _around(found, form):
    """What the forms about one withdrawal have in common."""
    return {
        "caption": found.cycle, "form": form, "cancel_url": found.get_absolute_url(),
        "crumbs": [*way_back(found.cycle), _list_of(found.cycle)],
    }  # fmt: skip
