"""Who is asked to a meeting, who answers, what they may decide there, who came; and calling a meeting off (R25)."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..asking import ask, candidates, note_who_came, refusal_to_ask, refusal_to_note_who_came, take_back
from ..attending import attending
from ..forms.attendance import AnswerForm, AskForm, AuthorityForm, CallOffForm, CameForm
from ..models import Attendance
from .finding import session_or_404


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def session_ask(request, slug, kind, pk):
    """Ask people to a meeting, by group or one by one, with those who are asked already in view."""
    session = session_or_404(request, slug, kind, pk)
    stop(refusal_to_ask(session, request.user))
    found = candidates(session, request.user)
    form = AskForm(typed(request), found=found)
    outcome = attempt(form, lambda: ask(session, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("They are asked. It stands on their first page, and goes to them by post."), session)
    context = {
        "session": session,
        "stage": session.stage,
        "form": form,
        "found": found,
        "attending": attending(session, request.user),
        "crumbs": _crumbs(session),
    }
    return page(request, "involvement/sessions/ask.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def attendance_answer(request, slug, kind, pk, attendance):
    """Say that one comes or cannot come, or put it in for somebody who said so."""
    session = session_or_404(request, slug, kind, pk)
    row = _row_or_404(request, session, attendance)
    stop(row.refusal_to_answer(request.user))
    is_own = row.person_id == request.user.pk
    initial = {"comes": {"comes": True, "cannot": False}.get(row.answer), "words": row.words}
    form = AnswerForm(typed(request), initial=initial, whose="" if is_own else row.person.name)
    outcome = attempt(form, lambda: row.reply(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("Thank you. Those who plan the meeting know it now."), session)
    context = {
        "session": session,
        "stage": session.stage,
        "row": row,
        "is_own": is_own,
        "form": form,
        "attending": attending(session, request.user),
        "crumbs": _crumbs(session),
    }
    return page(request, "involvement/sessions/answer.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def attendance_authority(request, slug, kind, pk, attendance):
    """Say what somebody who is asked may decide in the room."""
    session = session_or_404(request, slug, kind, pk)
    row = _row_or_404(request, session, attendance)
    stop(row.refusal_to_say_authority(request.user))
    form = AuthorityForm(typed(request), initial={"decides": row.decides, "may_decide": row.may_decide})
    outcome = attempt(form, lambda: row.say_authority(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is written down what they may decide."), session)
    title = _("What %(name)s may decide in the room") % {"name": row.person.name}
    return _form_page(request, session, form, title, _("Save this"), outcome.status)


@open_to("signed in")
@require_POST
def attendance_end(request, slug, kind, pk, attendance):
    """Take back that somebody is asked."""
    session = session_or_404(request, slug, kind, pk)
    row = _row_or_404(request, session, attendance)
    take_back(row, request.user)
    return done(request, _("They are not asked any more."), session.address("session_ask"))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def session_came(request, slug, kind, pk):
    """Write down who came."""
    session = session_or_404(request, slug, kind, pk)
    stop(refusal_to_note_who_came(session, request.user))
    rows = list(Attendance.objects.of(session))
    form = CameForm(typed(request), rows=rows, found=candidates(session, request.user))
    outcome = attempt(form, lambda: note_who_came(session, request.user, **{"came": []} | form.cleaned_data))
    if outcome.done:
        return done(request, _("It is written down who came."), session)
    return _form_page(request, session, form, _("Who came to this meeting?"), _("Save who came"), outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def session_calling_off(request, slug, kind, pk):
    """Call a meeting off; those who are asked are told."""
    session = session_or_404(request, slug, kind, pk)
    stop(session.refusal_to_call_off(request.user))
    form = CallOffForm(typed(request))
    outcome = attempt(form, lambda: session.call_off(request.user, form.cleaned_data["because"]))
    if outcome.done:
        return done(request, _("The meeting is called off, and those who are asked are told."), session)
    title, submit = _("Call this meeting off"), _("Call it off")
    return _form_page(request, session, form, title, submit, outcome.status, warning=True)


def _row_or_404(request, session, pk):
    """One person who is asked, for those who take part. Raises Http404."""
    row = get_object_or_404(Attendance.objects.of(session).visible_to(request.user, session.stage.cycle), pk=pk)
    row.session = session
    return row


def _form_page(request, session, form, title, submit, status, **more):
    context = {
        "title": title,
        "caption": session,
        "form": form,
        "submit": submit,
        "cancel_url": session.get_absolute_url(),
        "crumbs": _crumbs(session),
        **more,
    }
    return page(request, "forms/page.html", context, status)


def _crumbs(session):
    return way_back(session.stage.cycle, session.stage, session)
