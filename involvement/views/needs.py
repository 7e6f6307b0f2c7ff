"""How the needs of those who are asked to a meeting are seen to (R69)."""

from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.needs import SeeToForm
from ..needs import may_read_needs, needs_at, refusal_to_see_to, see_to
from .finding import session_or_404


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
