"""Handing a stage over to the person who goes on: writing it, reading it, saying so, taking it back (R7)."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.handovers import HandOverForm, ReceiptForm
from ..models import HandOver
from ..models.handover import why_cannot_give
from .finding import handover_or_404, stage_or_404


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def handover_new(request, slug, kind):
    """Hand over what came of a stage; a double click makes one hand-over."""
    stage = stage_or_404(request, slug, kind)
    stop(why_cannot_give(stage, request.user))
    start = {"for_stage": stage.pk}
    form = HandOverForm(typed(request), stage=stage, giver=request.user, initial=start)
    outcome = attempt(form, lambda: HandOver.give(request.user, stage, **form.said))
    if outcome.done:
        said = _("Your hand-over is written down. %(name)s is asked to read it.")
        return done(request, said % {"name": outcome.came.given_to.name}, outcome.came)
    context = {
        "title": _("Hand this stage over"),
        "caption": stage,
        "lede": _("What you know goes on with the work. Everybody who may read the cycle can read it."),
        "form": form,
        "submit": _("Hand it over"),
        "cancel_url": stage.get_absolute_url(),
        "crumbs": way_back(stage.cycle, stage),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("anyone")
@require_safe
def handover(request, slug, kind, pk):
    """One hand-over: what came of the stage and why, who goes on, and whether they have read it."""
    return _shown(request, handover_or_404(request, slug, kind, pk), ReceiptForm())


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def handover_receipt(request, slug, kind, pk):
    """Say that one has read what was handed over to one."""
    found = handover_or_404(request, slug, kind, pk)
    stop(found.refusal("receive", request.user))
    form = ReceiptForm(typed(request))
    outcome = attempt(form, lambda: found.receive(request.user, form.cleaned_data["words"]))
    if outcome.done:
        return done(request, _("It is written down that you have read it."), found)
    return _shown(request, found, form, outcome.status)


@open_to("signed in")
@require_POST
def handover_withdrawal(request, slug, kind, pk):
    """Take back a hand-over that nobody has read yet."""
    found = handover_or_404(request, slug, kind, pk)
    found.withdraw(request.user)
    return done(request, _("You took it back. What you wrote stays to be read here."), found)


def _shown(request, found, form, status=200):
    """The page of a hand-over, with what this reader may do about it."""
    context = {
        "stage": found.stage,
        "room": "history",
        "handover": found,
        "form": form,
        "may_receive": request.user.is_authenticated and not found.refusal("receive", request.user),
        "may_withdraw": request.user.is_authenticated and not found.refusal("withdraw", request.user),
    }
    return page(request, "cycle/handover.html", context, status)
