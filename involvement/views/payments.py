"""What is paid in a cycle: its rates, what is offered, what was paid in all; setting rates; one's own claims (R76)."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.snapshot import facts_of
from cycle.views.finding import cycle_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from ..forms.rates import RatesForm, beginning_of
from ..models import Claim, Offer, Rates
from ..paying.own import answers_without_claim, offers_without_answer
from ..paying.suggestions import LIMITS, suggestions_on
from ..paying.totals import quarters_of
from ..paying.weeks import weeks_of


@require_safe
@open_to("anyone")
def payments(request, slug):
    """What is paid for taking part here, to everybody; what is offered and was paid in all, to those who take part."""
    cycle = cycle_or_404(request, slug)
    standing, every = cycle.standing_of(request.user), list(Rates.objects.of(cycle))
    now = Rates.objects.on(cycle)
    offers = Offer.objects.visible_to(request.user, cycle).of_cycle(cycle)
    rows = page_of(offers, request.GET.get("after"), newest_first=True)
    for offer in rows:
        offer.stage.cycle = cycle
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "standing": standing,
        "rates": now,
        "facts": facts_of(now, Rates.TERMS) if now else [],
        "others": [each for each in every if each != now],
        "offers": rows,
        "quarters": quarters_of(cycle) if standing.is_involved else [],
        "refusal": Rates.refusal_to_adopt(cycle, request.user),
        "older_url": f"?after={rows.more}" if rows.more else "",
        "newer_url": "" if rows.is_first else request.path,
    }
    return page(request, "involvement/payment/payments.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def rates_new(request, slug):
    """Set what is paid from a day on, beside what others pay (R76)."""
    cycle = cycle_or_404(request, slug)
    stop(Rates.refusal_to_adopt(cycle, request.user))
    today = timezone.localdate()
    form = RatesForm(typed(request), initial={**beginning_of(Rates.objects.of(cycle).first()), "valid_from": today})
    outcome = attempt(form, lambda: Rates.adopt(cycle, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is set what is paid in this cycle."), outcome.came)
    context = {
        "title": _("Set what is paid for taking part"),
        "caption": cycle,
        "lede": _("Everybody can read these amounts. They stand until you set others."),
        "form": form,
        "submit": _("Set these amounts"),
        "cancel_url": reverse("payments", args=[slug]),
        "crumbs": way_back(cycle),
        "suggestions": suggestions_on(today),
    }
    return page(request, "involvement/payment/rates_new.html", context, outcome.status)


@require_safe
@open_to("signed in")
def own_claims(request):
    """What was offered to me, what I claimed and when it was paid, over all cycles; and what was paid week by week."""
    rows = page_of(Claim.objects.of(request.user), request.GET.get("after"), newest_first=True)
    context = {
        "claims": rows,
        "offers": offers_without_answer(request.user) if rows.is_first else [],
        "answers": answers_without_claim(request.user) if rows.is_first else [],
        "weeks": weeks_of(request.user),
        "limits": LIMITS,
        "older_url": f"?after={rows.more}" if rows.more else "",
        "newer_url": "" if rows.is_first else request.path,
    }
    return page(request, "involvement/payment/own.html", context)
