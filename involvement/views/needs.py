"""How the needs of those who are asked to a meeting are seen to, and the figures of a year (R69)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from people.answering import attempt, done, page, stop, typed, way_back
from people.models import Organisation
from people.need_list import SOURCE
from people.policy import open_to

from ..access_figures import figures_of, may_read
from ..forms.needs import SeeToForm
from ..needs import may_read_needs, needs_at, refusal_to_see_to, see_to
from .finding import session_or_404

FIRST, YEARS = 1999, 4


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def session_needs(request, slug, kind, pk):
    """Say how each need is seen to; who needs it is told to nobody here."""
    session = session_or_404(request, slug, kind, pk)
    if not may_read_needs(session, request.user):
        raise Http404
    stop(refusal_to_see_to(session, request.user))
    form = SeeToForm(typed(request), needs=needs_at(session, request.user))
    outcome = attempt(form, lambda: see_to(session, request.user, form.cleaned_data["stamp"], form.how))
    if outcome.done:
        return done(request, _("It is saved how these needs are seen to."), session)
    if outcome.status == 409:
        form.beside(needs_at(session, request.user))
    context = {
        "title": _("How are these needs seen to?"),
        "caption": session,
        "lede": _("These are the needs of those who are asked, and who let you know. No name is told here."),
        "form": form,
        "submit": _("Save it"),
        "cancel_url": session.get_absolute_url(),
        "crumbs": way_back(session.stage.cycle, session.stage, session),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_safe
def access_figures(request, pk):
    """How many needs are known and were seen to in a year, for the authority's own publication."""
    authority = get_object_or_404(Organisation, pk=pk)
    if not may_read(authority, request.user):
        raise Http404
    this_year = timezone.localdate().year
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) == 4 and int(asked) > FIRST else this_year
    context = {
        "authority": authority, "figures": figures_of(authority, year), "source": SOURCE,
        "years": [each for each in range(this_year, this_year - YEARS, -1) if each != year],
    }  # fmt: skip
    return page(request, "involvement/needs/figures.html", context)
