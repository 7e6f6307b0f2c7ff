"""Equality figures of a cycle: the questions for those who take part, and counts of answers for everybody (R69)."""

import csv

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cycle.views.finding import cycle_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..equality.lists import consent_on
from ..equality.shown import HEADS, figures_of, lines_of, wanted_in
from ..forms.equality import EqualityForm
from ..models import EqualityAnswer
from ..moving.guard import guarded


@require_safe
@open_to("anyone")
def equality(request, slug):
    """The newest count of each question, beside whom the stages want to hear."""
    cycle = cycle_or_404(request, slug)
    context = {
        "cycle": cycle, "crumbs": way_back(cycle), "figures": figures_of(cycle), "wanted": wanted_in(cycle),
        "may_answer": request.user.is_authenticated and not EqualityAnswer.refusal(cycle, request.user),
    }  # fmt: skip
    return page(request, "feedback/equality/page.html", context)


@require_safe
@open_to("anyone")
def equality_csv(request, slug):
    """Every count that was ever shown, as a table for other programs."""
    cycle = cycle_or_404(request, slug)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-equality.csv"'
    writer = csv.writer(response)
    writer.writerow(HEADS)
    writer.writerows([guarded(str(cell)) for cell in line] for line in lines_of(cycle))
    return response


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def equality_answers(request, slug):
    """Answer, change what one answered, or leave a question out."""
    cycle = cycle_or_404(request, slug)
    stop(EqualityAnswer.refusal(cycle, request.user))
    own = EqualityAnswer.own(cycle, request.user)
    form = EqualityForm(typed(request), own=own)
    outcome = attempt(form, lambda: EqualityAnswer.keep(cycle, request.user, form.answers))
    if outcome.done:
        return done(request, _("Thank you. Your answers are kept apart from your name."), _here(cycle))
    crumbs = [*way_back(cycle), {"name": _("Who takes part, in figures"), "url": _here(cycle)}]
    context = {
        "title": _("Questions for equality"), "caption": cycle, "form": form, "submit": _("Keep my answers"),
        "cancel_url": _here(cycle), "crumbs": crumbs, "consent": consent_on(timezone.localdate()),
        "cycle": cycle, "has_answered": bool(own),
    }  # fmt: skip
    return page(request, "feedback/equality/answers.html", context, outcome.status)


@open_to("signed in")
@require_POST
def equality_withdrawal(request, slug):
    """Take back the consent: the answers are deleted at once. It asks for no right, and works for ever."""
    cycle = cycle_or_404(request, slug)
    EqualityAnswer.withdraw(cycle, request.user)
    return done(request, _("Your answers are deleted. Counts that were shown before stay as they are."), _here(cycle))


def _here(cycle):
    return reverse("equality", args=[cycle.slug])
