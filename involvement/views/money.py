"""The money of a group: what is set aside, who holds it, what was paid, and what the group was told (R75; c4)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from people.answering import attempt, done, page, stop, typed, way_back
from people.models import Group
from people.models.group import NOT_THE_PURSE
from people.paging import page_of
from people.policy import open_to

from ..forms.money import AllocationForm, MoneyOpennessForm, SpendingForm, StrikingForm, ToldForm
from ..models import Allocation, Spending
from ..money import purse_of
from ..telling_groups import tell_of_money


def purse_or_404(request, pk):
    """The Purse of this group, when the reader may know of its money. Raises Http404."""
    purse = purse_of(get_object_or_404(Group.objects.select_related("host"), pk=pk), request.user)
    if not purse.reads:
        raise Http404
    return purse


def _inside_or_404(request, pk):
    """The Group, when the reader belongs to it or is an officer where it takes part. Raises Http404."""
    purse = purse_or_404(request, pk)
    if not purse.is_inside:
        raise Http404
    return purse.group


def _allocation_or_404(group, number):
    found = get_object_or_404(Allocation.objects.of(group), pk=number)
    found.group = group
    return found


def _crumbs(request, group, *further):
    """The way back; who is not signed in has no page of the group to go back to."""
    return way_back(group, *further) if request.user.is_authenticated else []


def _money_url(group):
    return reverse("group_money", args=[group.pk])


def _allocation_url(allocation):
    return reverse("allocation", args=[allocation.group_id, allocation.pk])


@open_to("anyone")
@require_safe
def group_money(request, pk):
    """All that is set aside for a group, newest first, with what is left of each (R75)."""
    purse = purse_or_404(request, pk)
    shown = page_of(purse.allocations, request.GET.get("before"), newest_first=True)
    aside, paid = Allocation.objects.filter(group=purse.group).totals()
    may_add = request.user.is_authenticated and not Allocation.refusal_to_add(purse.group, request.user)
    context = {
        "group": purse.group,
        "purse": purse,
        "crumbs": _crumbs(request, purse.group),
        "shown": shown,
        "totals": {"aside": aside, "paid": paid, "left": aside - paid},
        "may_add": may_add,
        "may_open": request.user.is_authenticated and purse.group.keeps_money(request.user),
        "older_url": f"?before={shown.more}" if shown.more else "",
        "newer_url": "" if shown.is_first else "?",
    }
    return page(request, "involvement/money/page.html", context)


@open_to("anyone")
@require_safe
def allocation(request, pk, number):
    """One sum that is set aside, and what was paid of it, the newest first (R75)."""
    purse = purse_or_404(request, pk)
    found = _allocation_or_404(purse.group, number)
    if found.is_struck and not purse.reads_payments:
        raise Http404
    paid = Spending.objects.of(found) if purse.reads_payments else Spending.objects.none()
    shown = page_of(paid, request.GET.get("before"), newest_first=True)
    is_known = request.user.is_authenticated
    context = {
        "group": purse.group,
        "purse": purse,
        "allocation": found,
        "crumbs": _crumbs(request, purse.group),
        "shown": shown,
        "may_write": is_known and not found.why_cannot_write(request.user),
        "may_tell": is_known and not found.refusal_to_say_told(request.user),
        "older_url": f"?before={shown.more}" if shown.more else "",
        "newer_url": "" if shown.is_first else "?",
    }
    return page(request, "involvement/money/allocation.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def allocation_new(request, pk):
    """Write down money for a group: for the group itself, or for the authority that sets it aside."""
    group = _inside_or_404(request, pk)
    stop(Allocation.refusal_to_add(group, request.user))
    authorities = Allocation.authorities_of(group, request.user)
    form = AllocationForm(typed(request), is_group=group.keeps_money(request.user), authorities=authorities)
    outcome = attempt(form, lambda: Allocation.add(group, request.user, **form.said))
    if outcome.done:
        tell_of_money(outcome.came)
        return done(request, _("The money is written down."), _allocation_url(outcome.came))
    title, lede = _("Write down money for the group"), _("Also when somebody else holds it. The group reads it here.")
    return _asked(request, group, form, outcome, title, lede, _("Write it down"), _money_url(group))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def spending_new(request, pk, number):
    """Write down what was paid."""
    group = _inside_or_404(request, pk)
    found = _allocation_or_404(group, number)
    stop(found.why_cannot_write(request.user))
    form = SpendingForm(typed(request))
    outcome = attempt(form, lambda: Spending.add(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The payment is written down."), _allocation_url(found))
    title = _("What was paid?")
    return _asked(request, group, form, outcome, title, str(found), _("Write it down"), _allocation_url(found))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def allocation_striking(request, pk, number):
    """Strike out a sum that was written down by mistake; it stays to be read."""
    group = _inside_or_404(request, pk)
    found = _allocation_or_404(group, number)
    return _struck(request, group, found, found, _("Strike out this sum?"))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def spending_striking(request, pk, number, spending):
    """Strike out a payment that was written down by mistake; it stays to be read."""
    group = _inside_or_404(request, pk)
    found = _allocation_or_404(group, number)
    paid = get_object_or_404(Spending.objects.of(found), pk=spending)
    paid.allocation = found
    return _struck(request, group, found, paid, _("Strike out this payment?"))


def _struck(request, group, found, line, title):
    """Ask why, then strike the line out."""
    stop(line.why_cannot_write(request.user))
    form = StrikingForm(typed(request))
    outcome = attempt(form, lambda: line.strike(request.user, form.cleaned_data["because"]))
    if outcome.done:
        return done(request, _("It is struck out, and counts no more. It stays to be read."), _allocation_url(found))
    return _asked(
        request, group, form, outcome, title, str(line), _("Strike it out"), _allocation_url(found), warning=True
    )


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def allocation_told(request, pk, number):
    """Say for the group what it was told of this money; only its chair or its treasurer does."""
    group = _inside_or_404(request, pk)
    found = _allocation_or_404(group, number)
    stop(found.refusal_to_say_told(request.user))
    form = ToldForm(typed(request), initial={"told": found.told})
    outcome = attempt(form, lambda: found.say_told(request.user, form.cleaned_data["told"]))
    if outcome.done:
        return done(request, _("It stands beside the sum now."), _allocation_url(found))
    title = _("What was the group told?")
    return _asked(request, group, form, outcome, title, str(found), _("Say so"), _allocation_url(found))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def group_money_openness(request, pk):
    """Choose for the group who reads about its money."""
    group = _inside_or_404(request, pk)
    stop("" if group.keeps_money(request.user) else NOT_THE_PURSE)
    form = MoneyOpennessForm(typed(request), initial={"to": group.money_open_to})
    outcome = attempt(form, lambda: group.open_money(request.user, form.cleaned_data["to"]))
    if outcome.done:
        return done(request, _("The group’s choice is saved."), _money_url(group))
    title, lede = _("Who reads about the group’s money?"), _("It is for the group to choose. It can choose again.")
    return _asked(request, group, form, outcome, title, lede, _("Save the choice"), _money_url(group))


def _asked(request, group, form, outcome, title, lede, submit, back, **more):
    """The page of a form about the group's money."""
    context = {
        "title": title, "caption": group, "lede": lede, "form": form, "submit": submit, "cancel_url": back,
        "crumbs": way_back(group), **more,
    }  # fmt: skip
    return page(request, "forms/page.html", context, outcome.status)
