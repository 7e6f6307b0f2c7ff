"""What a meeting holds: its agenda, its papers, what it decided, and what is done after it (R25)."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.pieces import ActionForm, AgendaForm, FinishForm, PaperForm, TakenForm
from ..models import Action, AgendaItem, Paper, Taken
from .finding import session_or_404


@dataclass(frozen=True)
class Sort:
    """One sort of piece: its model and form, and what its pages are called."""

    model: type
    form: type
    new: Promise
    edit: Promise
    saved: Promise
    gone: Promise


SORTS = {
    "agenda": Sort(
        AgendaItem, AgendaForm, _("Put something on the agenda"), _("Change this item of the agenda"),
        _("It is on the agenda."), _("It is off the agenda."),
    ),
    "papers": Sort(
        Paper, PaperForm, _("Add a paper for this meeting"), _("Change this paper"),
        _("The paper is there for those who come."), _("The paper is taken off."),
    ),
    "decisions": Sort(
        Taken, TakenForm, _("Write down what was decided"), _("Change what was decided"),
        _("It is written down."), _("It is taken off."),
    ),
    "actions": Sort(
        Action, ActionForm, _("Write down what is to be done"), _("Change what is to be done"),
        _("It is written down, and waits for whoever does it."), _("It is taken off."),
    ),
}  # fmt: skip


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def piece_new(request, slug, kind, pk, sort):
    """Add one to a meeting."""
    session, of = session_or_404(request, slug, kind, pk), _sort_or_404(sort)
    stop(of.model.refusal_to_add(session, request.user))
    form = of.form(typed(request), session=session, reader=request.user)
    outcome = attempt(form, lambda: of.model.add(session, request.user, token=form.cleaned_data["token"], **form.said))
    if outcome.done:
        return done(request, of.saved, session)
    return _page(request, session, form, of.new, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def piece_edit(request, slug, kind, pk, sort, piece):
    """Change one that a meeting holds."""
    session, of = session_or_404(request, slug, kind, pk), _sort_or_404(sort)
    found = _piece_or_404(of, session, piece)
    stop(found.refusal_to_change(request.user))
    form = of.form(typed(request), session=session, reader=request.user, piece=found)
    outcome = attempt(form, lambda: found.change(request.user, form.cleaned_data["version"] or 0, **form.said))
    if outcome.done:
        return done(request, of.saved, session)
    more = {"remove_url": session.address("piece_end", sort, found.pk)}
    if outcome.current:
        more |= {"beside": form.beside(outcome.current)}
    return _page(request, session, form, of.edit, outcome.status, **more)


@open_to("signed in")
@require_POST
def piece_end(request, slug, kind, pk, sort, piece):
    """Take one off."""
    session, of = session_or_404(request, slug, kind, pk), _sort_or_404(sort)
    _piece_or_404(of, session, piece).take_off(request.user)
    return done(request, of.gone, session)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def action_result(request, slug, kind, pk, action):
    """Say what became of what was to be done."""
    session = session_or_404(request, slug, kind, pk)
    found = _piece_or_404(SORTS["actions"], session, action)
    stop(found.refusal_to_finish(request.user))
    form = FinishForm(typed(request))
    outcome = attempt(form, lambda: found.finish(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("Thank you. All who can read of the meeting read it now."), session)
    return _page(request, session, form, _("What became of it?"), outcome.status, lede=found.what)


def _sort_or_404(sort):
    if sort not in SORTS:
        raise Http404
    return SORTS[sort]


def _piece_or_404(of, session, pk):
    """One piece of a meeting that stands. Raises Http404."""
    found = get_object_or_404(of.model.objects.of(session), pk=pk)
    found.session = session
    return found


def _page(request, session, form, title, status, **more):
    context = {
        "title": title,
        "caption": session,
        "form": form,
        "submit": _("Save this"),
        "cancel_url": session.get_absolute_url(),
        "crumbs": way_back(session.stage.cycle, session.stage, session),
        **more,
    }
    return page(request, "involvement/sessions/piece.html", context, status)
