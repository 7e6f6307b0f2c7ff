"""The claims of a cycle, for its officers: the list, asking, deciding, the list for the pay office, what is paid."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cycle.snapshot import money
from cycle.views.finding import cycle_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from ..forms.claims import DecisionForm, PaidForm, QuestionForm
from ..models import Claim, PayrollList
from ..paying import deciding
from .claims import claim_or_404

AT_ONCE = 100  # so many claims stand on the page that writes down what is paid
LISTS = {
    "": (gettext_lazy("All"), lambda rows: rows),
    "decide": (gettext_lazy("To decide"), lambda rows: rows.to_decide()),
    "pay": (gettext_lazy("To be paid"), lambda rows: rows.to_pay()),
    "late": (gettext_lazy("Late"), lambda rows: rows.late()),
    "paid": (gettext_lazy("Paid"), lambda rows: rows.paid()),
}


def run_cycle_or_404(request, slug):
    """The Cycle, for those who run it; that there are claims is nobody else's to know. Raises Http404."""
    cycle = cycle_or_404(request, slug)
    if not cycle.standing_of(request.user).runs:
        raise Http404
    return cycle


@require_safe
@open_to("signed in")
def claims(request, slug):
    """The claims of a cycle; `?state=` shows some of them."""
    cycle = run_cycle_or_404(request, slug)
    state = request.GET.get("state", "")
    if state not in LISTS:
        state = ""
    rows = page_of(LISTS[state][1](Claim.objects.of_cycle(cycle)), request.GET.get("after"), newest_first=True)
    query = f"state={state}&" if state else ""
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "claims": rows,
        "state": state,
        "lists": [{"key": key, "name": name, "url": f"?state={key}" if key else request.path, "current": key == state}
                  for key, (name, _rows) in LISTS.items()],
        "payroll_lists": PayrollList.objects.filter(cycle=cycle).order_by("-number")[:12],
        "list_refusal": deciding.why_no_list(cycle, request.user),
        "older_url": f"?{query}after={rows.more}" if rows.more else "",
        "newer_url": "" if rows.is_first else f"{request.path}?{query}".rstrip("?&"),
    }  # fmt: skip
    return page(request, "involvement/payment/claims.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def claim_question(request, slug, pk):
    """Send a claim back with a question."""
    found = claim_or_404(request, slug, pk)
    stop(found.refusal("ask", request.user))
    form = QuestionForm(typed(request))
    outcome = attempt(form, lambda: deciding.ask(found, request.user, form.cleaned_data["words"]))
    if outcome.done:
        return done(request, _("Your question is sent."), found)
    context = {"title": _("Send it back with a question"), "submit": _("Send the question"), **_around(found, form)}
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def claim_decision(request, slug, pk):
    """Say what of a claim is paid; what is not, with the reason."""
    found = claim_or_404(request, slug, pk)
    stop(found.refusal("approved", request.user))
    form = DecisionForm(typed(request), lines=list(found.lines.all()))
    outcome = attempt(
        form, lambda: deciding.decide(found, request.user, form.approved, form.cleaned_data["words"])
    )  # fmt: skip
    if outcome.done:
        return done(request, _("It is decided, and the claimant is told."), found)
    context = {"title": _("Decide about this claim"), "submit": _("Decide"), **_around(found, form)}
    return page(request, "forms/page.html", context, outcome.status)


def _around(claim, form):
    return {
        "caption": f"{claim.person}: {claim.offer}", "form": form, "cancel_url": claim.get_absolute_url(),
        "crumbs": way_back(claim.cycle),
    }  # fmt: skip


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def claims_paid(request, slug):
    """Write down which claims were paid, many at once."""
    cycle = run_cycle_or_404(request, slug)
    rows = list(Claim.objects.of_cycle(cycle).to_pay().order_by("due_on", "pk")[:AT_ONCE])
    mine = [row for row in rows if not row.refusal("pay", request.user)]
    begun = {"claims": [row.pk for row in mine if str(row.pk) == request.GET.get("claim")]}
    form = PaidForm(typed(request), choices=[(row.pk, _label(row)) for row in mine], initial=begun)
    outcome = attempt(form, lambda: _paid(form, mine, request.user))
    back = reverse("claims", args=[slug])
    if outcome.done:
        return done(request, _("It is written down as paid, and the claimants are told."), back)
    context = {
        "title": _("Write down what is paid"),
        "caption": cycle,
        "lede": _("This site pays nothing. Write down here what the pay office has paid."),
        "form": form if mine else None,
        "submit": _("It is paid"),
        "cancel_url": back,
        "crumbs": way_back(cycle),
    }
    return page(request, "involvement/payment/paid.html", context, outcome.status)


def _paid(form, rows, by):
    said, chosen = form.cleaned_data, set(form.cleaned_data["claims"])
    return deciding.pay([row for row in rows if row.pk in chosen], by, said["paid_on"], said["paid_how"])


def _label(claim):
    return f"{claim.person}, {claim.offer}: {money(claim.granted or 0)} ({claim.reference})"


@require_POST
@open_to("signed in")
def payroll_new(request, slug):
    """Make a list of what is approved for the pay office."""
    cycle = run_cycle_or_404(request, slug)
    made = deciding.make_list(cycle, request.user)
    return done(request, _("The list is made. Take it out as a file, and send it to the pay office."), made)


@require_safe
@open_to("signed in")
def payroll_list(request, slug, number):
    """One list for the pay office, with the way to take it out as a file."""
    cycle = run_cycle_or_404(request, slug)
    found = get_object_or_404(PayrollList.objects.select_related("made_by"), cycle=cycle, number=number)
    found.cycle = cycle
    rows = list(deciding.claims_on(found))
    for row in rows:
        row.fee, row.costs = deciding.sums_of(row)
    context = {"cycle": cycle, "list": found, "claims": rows, "crumbs": way_back(cycle)}
    return page(request, "involvement/payment/payroll_list.html", context)
