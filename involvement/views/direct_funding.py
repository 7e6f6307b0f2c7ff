"""Asking the authority to fund a group directly, and its answer (R73; c4)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cycle.standing import may_read_names
from people.answering import attempt, done, page, stop, typed, way_back
from people.models import Group
from people.policy import open_to

from ..forms.loyalty import AnswerFundingForm, AskFundingForm
from ..models import DirectFunding
from ..telling_groups import tell_of_answer

MOST = 20  # of the times that a group asked, the newest


def fundings_of(group, reader):
    """The times that the group asked, each with whether this reader may answer it or take it back."""
    rows = list(DirectFunding.objects.of(group)[:MOST])
    for each in rows:
        each.group = group
    return {
        "fundings": [
            (
                each,
                each.is_open and not each.refusal_to_answer(reader),
                each.is_open and not each.refusal_to_take_back(reader),
            )
            for each in rows
        ],
        "ask_refusal": DirectFunding.refusal_to_ask(group, reader),
    }


def _group_or_404(request, pk):
    group = get_object_or_404(Group.objects.select_related("host"), pk=pk)
    if not may_read_names(request.user, group):
        raise Http404
    return group


def _funding_or_404(request, pk, number):
    group = _group_or_404(request, pk)
    asked = get_object_or_404(DirectFunding.objects.of(group), pk=number)
    asked.group = group
    return asked


def _back(group):
    return f"{reverse('group_loyalty', args=[group.pk])}#direct"


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def direct_funding_new(request, pk):
    """Ask an authority, for the group, that its money comes to the group itself."""
    group = _group_or_404(request, pk)
    stop(DirectFunding.refusal_to_ask(group, request.user))
    form = AskFundingForm(typed(request), authorities=DirectFunding.authorities_for(group))
    outcome = attempt(form, lambda: DirectFunding.ask(group, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("The question is with the authority. You read the answer here."), _back(group))
    context = {
        "title": _("Ask to be funded directly"),
        "caption": group,
        "lede": _("Then the money for the group comes to the group itself, and not to a host."),
        "form": form,
        "submit": _("Ask"),
        "cancel_url": _back(group),
        "crumbs": way_back(group),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def direct_funding_answer(request, pk, number):
    """Answer for the authority whether the group is funded directly, with the reason."""
    asked = _funding_or_404(request, pk, number)
    stop(asked.refusal_to_answer(request.user))
    form = AnswerFundingForm(typed(request))
    outcome = attempt(form, lambda: asked.give_answer(request.user, **form.cleaned_data))
    if outcome.done:
        tell_of_answer(asked)
        return done(request, _("The group has your answer."), _back(asked.group))
    context = {
        "title": _("Is the group funded directly?"),
        "caption": asked.group,
        "asked": asked,
        "form": form,
        "submit": _("Answer"),
        "cancel_url": _back(asked.group),
        "crumbs": way_back(asked.group),
    }
    return page(request, "involvement/loyalty/funding_answer.html", context, outcome.status)


@open_to("signed in")
@require_POST
def direct_funding_end(request, pk, number):
    """Take the question back, for the group, while nobody has answered it."""
    asked = _funding_or_404(request, pk, number)
    asked.take_back(request.user)
    return done(request, _("The group has taken its question back."), _back(asked.group))
