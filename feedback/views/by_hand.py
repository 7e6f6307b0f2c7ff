"""Letters with news for a group's members without e-mail, which its convenor or chair prints and hands out."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from people.answering import attempt, done, page, stop, typed, way_back
from people.models import Group
from people.needs import needs_of
from people.policy import open_to

from ..by_hand import hand_out, waiting_in
from ..forms.paper import HandedOutForm
from ..report.news_letters import news_letters
from .report import printed


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def group_letters(request, pk):
    """Whose letters wait, and that they were handed out: those that this page listed, and none that came since."""
    group = get_object_or_404(Group, pk=pk)
    stop(group.why_cannot_keep(request.user))
    form = HandedOutForm(typed(request))
    outcome = attempt(form, lambda: hand_out(group, request.user, form.cleaned_data["news"]))
    if outcome.done:
        return done(request, _("It is written down that they have their letters."), group)
    rows = waiting_in(group)
    since = {}
    for row in rows:
        since.setdefault(row.person, row.made_on)
    needs = needs_of(since, request.user)
    context = {
        "group": group,
        "crumbs": way_back(group),
        "form": form,
        "since": [(person, day, needs[person.pk]) for person, day in since.items()],
        "news": [row.pk for row in rows],
        "pdf_url": reverse("group_letters_pdf", args=[group.pk]),
    }
    return page(request, "feedback/paper/news.html", context, outcome.status)


@require_safe
@open_to("signed in")
def group_letters_pdf(request, pk):
    """These letters as one PDF, with `?size=large` in large print."""
    group = get_object_or_404(Group, pk=pk)
    stop(group.why_cannot_keep(request.user))
    back_url = reverse("group_letters", args=[group.pk])
    return printed(
        request, news_letters(group, request.user), f"group-{group.pk}-letters", back_url, _("Go back to the letters")
    )
