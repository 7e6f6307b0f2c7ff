"""The pages of a tender: asking, opening, its bids and what they offer; those of the panel are in `panel_pages`."""

from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from . import assessing, judging_pages, offer, open_data, panel_pages
from .finding import bid_or_404, tender_or_404
from .forms import BecauseForm, OfferForm
from .opening import in_words
from .tables import assessment_told


@open_to("signed in")
@require_POST
def tender_asking(request, slug, kind, pk):
    """Ask for bids; the criteria stay as they are from now on."""
    tender = tender_or_404(request, slug, kind, pk).tender
    tender.ask(request.user)
    said = _("Bids are asked for until %(time)s. The criteria stay as they are now.")
    return done(request, said % {"time": in_words(tender.bids_until)}, tender)


@open_to("signed in")
@require_POST
def tender_opening(request, slug, kind, pk):
    """Open all bids at once."""
    tender = tender_or_404(request, slug, kind, pk).tender
    tender.open(request.user)
    return done(request, _("The bids are opened. The panel can read and score them now."), tender)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def bid_offer(request, slug, kind, pk):
    """What a bidder offers: put in while it is sealed, read by the panel and officers when it is opened."""
    found, bid = bid_or_404(request, slug, kind, pk)
    refusal = offer.why_cannot_put_in(bid, request.user)
    if request.method == "POST" or not refusal:
        stop(refusal)
        return _put_in(request, bid)
    stop(offer.why_cannot_read(found, bid, request.user))
    context = {
        "title": _("What %(bidder)s offers") % {"bidder": bid.bidder},
        "bid": bid,
        "parts": offer.parts_for(found, bid, request.user),
        "crumbs": way_back(found.tender.stage.cycle, found.tender.stage),
    }
    return page(request, "cycle/bid_offer.html", context)


def _put_in(request, bid):
    form = OfferForm(typed(request))
    outcome = attempt(form, lambda: offer.put_in(bid, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The offer is put in and sealed. Nobody reads it before all bids are opened."), bid)
    there = getattr(bid, "offer", None)
    lede = _("It is sealed as soon as you send it. You cannot read it back before all bids are opened.")
    if there:
        again = _("An offer was put in on %(day)s. What you send now takes its place, all of it.")
        lede = f"{lede} {again % {'day': in_words(there.put_in_at)}}"
    context = {
        "title": _("Put in what %(bidder)s offers") % {"bidder": bid.bidder},
        "caption": bid.tender,
        "lede": lede,
        "form": form,
        "submit": _("Put it in, and seal it"),
        "cancel_url": bid.get_absolute_url(),
        "crumbs": way_back(bid.stage.cycle, bid.stage),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def bid_withdrawal(request, slug, kind, pk):
    """Write down that a bidder took its bid back."""
    _found, bid = bid_or_404(request, slug, kind, pk)
    stop(bid.why_cannot_take_back(request.user))
    form = BecauseForm(typed(request), label=_("Why did the bidder take it back?"))
    outcome = attempt(form, lambda: bid.take_back(request.user, form.cleaned_data["reason"]))
    if outcome.done:
        return done(request, _("It is written down that the bid was taken back."), bid)
    context = {
        "title": _("The bidder took it back"),
        "caption": bid,
        "form": form,
        "submit": _("Write it down"),
        "warning": True,
        "cancel_url": bid.get_absolute_url(),
        "crumbs": way_back(bid.stage.cycle, bid.stage),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def bid_price(request, slug, kind, pk):
    """Publish the price of one bid after the decision, on purpose."""
    _found, bid = bid_or_404(request, slug, kind, pk)
    stop(bid.why_cannot_publish_price(request.user))
    form = BecauseForm(typed(request), label=_("Why is the price published?"))
    outcome = attempt(form, lambda: bid.publish_price(request.user, form.cleaned_data["reason"]))
    if outcome.done:
        return done(request, _("The price is published."), bid)
    context = {
        "title": _("Publish the price"),
        "caption": bid,
        "lede": _("Whoever may read this bid reads its price from then on. It cannot be taken back."),
        "form": form,
        "submit": _("Publish the price"),
        "warning": True,
        "cancel_url": bid.get_absolute_url(),
        "crumbs": way_back(bid.stage.cycle, bid.stage),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_safe
def bid_assessment(request, slug, kind, pk):
    """How one bid was assessed, for the panel, officers, and the bidder itself once it is decided."""
    found, bid = bid_or_404(request, slug, kind, pk)
    stop(assessing.why_cannot_read(found, bid, request.user))
    context = {
        "stage": found.tender.stage,
        "room": bid.SLUG,
        "bid": bid,
        "tender": found.tender,
        "glances": [assessment_told(found, bid)],
        "facts": bid.facts_in(["users_reason", "officers_reason"]),
    }
    return page(request, "cycle/bid_assessment.html", context)


URLS = [
    path("tenders/<int:pk>/asking/", tender_asking, name="tender_asking"),
    path("tenders/<int:pk>/opening/", tender_opening, name="tender_opening"),
    path("bids/<int:pk>/offer/", bid_offer, name="bid_offer"),
    path("bids/<int:pk>/withdrawal/", bid_withdrawal, name="bid_withdrawal"),
    path("bids/<int:pk>/price/", bid_price, name="bid_price"),
    path("bids/<int:pk>/assessment/", bid_assessment, name="bid_assessment"),
    *panel_pages.URLS,
    *judging_pages.URLS,
    *open_data.URLS,
]
