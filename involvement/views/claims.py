"""A claim from its claimant's side: sending it, putting it right, objecting, taking it back, its receipts (M11)."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.claims import ClaimForm, CorrectClaimForm, ObjectionForm, ReceiptForm
from ..models import Claim, OfferAnswer, Receipt
from ..models.claim import DECIDED, NOT_YOURS, PAID_OR_GONE, is_theirs
from ..paying import claiming
from .offers import offer_or_404, why_not_enter


def claim_or_404(request, slug, pk):
    """The Claim that the reader may read: they may have left the cycle since. Raises Http404."""
    rows = Claim.objects.visible_to(request.user).for_list().filter(offer__stage__cycle__slug=slug)
    return get_object_or_404(rows.select_related("entered_by", "decided_by", "offer__rates"), pk=pk)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def claim_new(request, slug, kind, pk):
    """Claim what was offered; `?for=others` puts a claim in for somebody, from paper or by word of mouth."""
    offer = offer_or_404(request, slug, kind, pk)
    for_others = request.GET.get("for") == "others"
    stop(why_not_enter(offer, request.user) if for_others else claiming.why_not(offer, request.user, request.user))
    people = claiming.people_to_enter_for(offer, request.user) if for_others else None
    said = None if for_others else offer.answers.by(request.user, offer)
    begun = {"takes_fee": "yes" if said.says == "fee" else "no", "has_read": said.has_read} if said else {}
    is_sent = request.method == "POST"
    form = ClaimForm(typed(request), request.FILES if is_sent else None, offer=offer, people=people, initial=begun)
    outcome = attempt(form, lambda: _send(form, offer, request.user))
    if outcome.done:
        sent = _("The claim is sent. The money is promised by %(day)s.")
        day = outcome.came.due_on
        return done(request, sent % {"day": date_format(day, "j F Y")}, outcome.came)
    context = {
        "title": _("Put in a claim for somebody") if for_others else _("Claim for this"),
        "caption": offer,
        "offer": offer,
        "form": form,
        "submit": _("Send the claim"),
        "cancel_url": offer.get_absolute_url(),
        "crumbs": way_back(offer.stage.cycle, offer.stage, offer),
    }
    return page(request, "involvement/payment/claim_new.html", context, outcome.status)


def _send(form, offer, by):
    data = form.cleaned_data
    receipt = data.get("receipt")
    return claiming.send(
        offer, data.get("person") or by, by, takes_fee=form.takes_fee_now, has_read=data.get("has_read", False),
        costs=form.costs, is_shown=data.get("is_shown", False), receipts=[receipt] if receipt else [],
        given_on=data.get("given_on"),
    )  # fmt: skip


@require_safe
@open_to("signed in")
def claim(request, slug, pk):
    """One claim, for the few who may read it: what is claimed, where it stands, and what was said about it."""
    found = claim_or_404(request, slug, pk)
    person = request.user
    receipts = list(found.receipts.all())
    for receipt in receipts:
        receipt.claim = found
    context = {
        "claim": found,
        "crumbs": [{"name": _("Your claims"), "url": reverse("own_claims")}] if found.person_id == person.pk else
                  [*way_back(found.cycle), *_to_list(found, person)],
        "lines": list(found.lines.all()),
        "receipts": receipts,
        "steps": list(found.steps.select_related("by")),
        "is_own": found.person_id == person.pk,
        "is_theirs": is_theirs(found, person),
        "attendance": found.offer.session and found.offer.session.attendances.filter(person=found.person).first(),
        **{f"{name}_refusal": found.refusal(name, person) for name in
           ("ask", "correct", "approved", "object", "withdraw", "pay")},
        "has_fee": any(line.sort == "fee" for line in found.lines.all()),
        "may_attach": is_theirs(found, person) and found.is_changeable,
        "receipt_form": ReceiptForm(),
    }  # fmt: skip
    return page(request, "involvement/payment/claim.html", context)


def _to_list(claim, person):
    """The way back to the list of the claims, for those who run the cycle."""
    if not claim.cycle.standing_of(person).runs:
        return []
    return [{"name": _("Claims"), "url": reverse("claims", args=[claim.cycle.slug])}]


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def claim_edit(request, slug, pk):
    """Put a claim right, or answer a question about it, before it is decided."""
    found = claim_or_404(request, slug, pk)
    stop(found.refusal("correct", request.user))
    form = CorrectClaimForm(typed(request), offer=found.offer, initial=CorrectClaimForm.initial_of(found))
    outcome = attempt(form, lambda: _correct(found, request.user, form))
    if outcome.done:
        return done(request, _("The claim is put right, and sent."), found)
    context = {
        "title": _("Put this claim right"),
        "caption": found.offer,
        "offer": found.offer,
        "question": found.question,
        "form": form,
        "submit": _("Send the claim"),
        "cancel_url": found.get_absolute_url(),
        "crumbs": [],
    }
    if outcome.current:
        form.data = form.data.copy()
        form.data["version"] = outcome.current.version
        context["now"] = outcome.current.lines.all()
    return page(request, "involvement/payment/claim_edit.html", context, outcome.status)


def _correct(claim, by, form):
    return claiming.correct(
        claim, by, form.cleaned_data["version"], takes_fee=form.takes_fee_now,
        has_read=form.cleaned_data.get("has_read", False), costs=form.costs, words=form.cleaned_data["words"],
    )  # fmt: skip


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def claim_objection(request, slug, pk):
    """Say once that a decision is not right."""
    found = claim_or_404(request, slug, pk)
    stop(found.refusal("object", request.user))
    form = ObjectionForm(typed(request))
    outcome = attempt(form, lambda: found.object_to(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is looked at again."), found)
    return _asked(request, found, form, outcome, _("Say that this is not right"), _("Send"))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def claim_withdrawal(request, slug, pk):
    """Take a claim back before it is paid."""
    found = claim_or_404(request, slug, pk)
    stop(found.refusal("withdraw", request.user))
    if request.method == "POST":
        found.withdraw(request.user)
        return done(request, _("The claim is taken back. You can send another one."), found)
    context = {"title": _("Take this claim back?"), "submit": _("Take it back"), "warning": True, "claim": found,
               "caption": found.offer, "cancel_url": found.get_absolute_url(), "crumbs": []}  # fmt: skip
    return page(request, "involvement/payment/claim_end.html", context)


@require_POST
@open_to("signed in")
def claim_fee_end(request, slug, pk):
    """Go on with the costs alone: no fee, and no reason asked."""
    found = claim_or_404(request, slug, pk)
    stop("" if is_theirs(found, request.user) else NOT_YOURS)
    stop(PAID_OR_GONE if found.refusal("withdraw", request.user) else "")
    OfferAnswer.say(found.offer, found.person, request.user, OfferAnswer.Says.COSTS)
    return done(request, _("You take no fee for this. Your costs go on as they are."), found)


@require_POST
@open_to("signed in")
def receipt_new(request, slug, pk):
    """Add a receipt to a claim that is not decided yet."""
    found = claim_or_404(request, slug, pk)
    stop("" if is_theirs(found, request.user) else NOT_YOURS)
    stop("" if found.is_changeable else DECIDED)
    form = ReceiptForm(request.POST, request.FILES)
    form.fields["receipt"].required = True
    outcome = attempt(form, lambda: Receipt.attach(found, request.user, form.cleaned_data["receipt"]))
    if outcome.done:
        return done(request, _("The receipt is added."), found)
    return _asked(request, found, form, outcome, _("Add a receipt"), _("Add it"))


@require_safe
@open_to("signed in")
def receipt(request, slug, pk, receipt):
    """The file of a receipt, for those who may read its claim; asked about again at each download (promise 7)."""
    found = get_object_or_404(claim_or_404(request, slug, pk).receipts.all(), pk=receipt)
    try:
        with found.file.open("rb") as opened:
            content = opened.read()  # ten megabytes at most
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = HttpResponse(content, content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(True, f"receipt-{found.pk}.{found.ending}")
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _asked(request, claim, form, outcome, title, submit):
    """The page that asks something about a claim."""
    context = {"title": title, "caption": claim.offer, "form": form, "submit": submit, "crumbs": [],
               "cancel_url": claim.get_absolute_url()}  # fmt: skip
    return page(request, "forms/page.html", context, outcome.status)
