"""After a meeting: saying if it was like this, and looking back for one side (R25, R74)."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.pieces import DebriefForm, IsItSoForm
from ..models import Attendance, Debrief, MinutesWord
from .finding import session_or_404


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def minutes_word(request, slug, kind, pk):
    """Say whether what is written of a meeting is how it was."""
    session = session_or_404(request, slug, kind, pk)
    own = Attendance.objects.of(session).of_person(request.user)
    stop(MinutesWord.refusal_to_say(session, own))
    form = IsItSoForm(typed(request), initial={"seen": session.version})
    outcome = attempt(form, lambda: MinutesWord.say(session, own, **form.cleaned_data))
    if outcome.done:
        return done(request, _("Thank you. It stands beside what is written."), session)
    context = _context(session, form, _("Is this how it was?"), _("Send this"))
    return page(request, "involvement/sessions/is_it_so.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def debrief(request, slug, kind, pk, participant):
    """Look back on a meeting for one side."""
    session = session_or_404(request, slug, kind, pk)
    side = get_object_or_404(session.stage.cycle.participants.all(), pk=participant)
    stop(Debrief.refusal_to_write(session, side, request.user))
    now = Debrief.objects.of(session).for_side(side)
    initial = {name: getattr(now, name) for name in (*Debrief.SAID, "version")} if now else {"version": 0}
    form = DebriefForm(typed(request), initial={"is_shared": True} | initial)
    outcome = attempt(
        form, lambda: Debrief.write(session, side, request.user, form.cleaned_data["version"], **form.said)
    )
    if outcome.done:
        return done(request, _("Thank you. It helps the next meeting."), session)
    title = _("How did it go for %(side)s?") % {"side": side.name}
    context = _context(session, form, title, _("Save this"))
    if outcome.current:
        context["beside"] = form.beside(outcome.current)
    return page(request, "involvement/sessions/piece.html", context, outcome.status)


def _context(session, form, title, submit):
    return {
        "title": title,
        "caption": session,
        "session": session,
        "form": form,
        "submit": submit,
        "cancel_url": session.get_absolute_url(),
        "crumbs": way_back(session.stage.cycle, session.stage, session),
    }
