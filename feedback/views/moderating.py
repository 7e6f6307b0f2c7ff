"""What an officer does so that nobody is hurt: hide a part, show it again, look before others read (R71)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cycle.models.cycle import NOT_AN_OFFICER
from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from .. import changing, moderating
from ..forms.giving import HideFileForm, HideForm, LookForm, ReasonForm
from ..models import Hiding, Holding
from ..models.moderated import NOT_HELD
from .addresses import contributions_url
from .contributions import contribution_or_404

HIDDEN = gettext_lazy("The part is hidden. All can read your reason in its place.")
SHOWN_AGAIN = gettext_lazy("The part can be read again.")
LOOKED = {
    "in": gettext_lazy("It is let in."),
    "out": gettext_lazy("It is kept out. Everybody can read your reason."),
}
LOOKS_FIRST = gettext_lazy("From now on an officer reads what is said here before others do. Everybody is told.")
LOOKS_NO_MORE = gettext_lazy("From now on what is said here is read at once. What waits still has to be let in.")


def hiding_or_404(request, slug, kind, pk, number):
    """The hidden part with this number, for its officers and its giver; for others there is no such page."""
    found = contribution_or_404(request, slug, kind, pk)
    if not (found.cycle.standing_of(request.user).runs or found.may_be_changed_by(request.user)):
        raise Http404
    hiding = get_object_or_404(Hiding, contribution=found, number=number)
    hiding.contribution = found
    return hiding


def asked(request, found, form, outcome, **words):
    """The page that asks for what is done with one contribution. words: title, submit and what else the page takes."""
    context = {
        "form": form,
        "caption": found,
        "crumbs": way_back(found.cycle, found.stage, found),
        "cancel_url": found.get_absolute_url(),
        "text": changing.words_for(found, request.user).get("text", found.text),
        **words,
    }
    return page(request, "feedback/giving/ask.html", context, outcome.status)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def hiding_new(request, slug, kind, pk):
    """Hide a part of what was said, or with `?file=7` an attached file; the reason stands in its place."""
    found = contribution_or_404(request, slug, kind, pk)
    stop(moderating.refusal_to_hide(found, request.user))
    if "file" in request.GET:
        return _hide_file(request, found)
    form = HideForm(typed(request))
    outcome = attempt(form, lambda: moderating.hide(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, HIDDEN, found)
    return asked(
        request, found, form, outcome, title=_("Hide a part of it"), submit=_("Hide it"),
        lede=_("Only what could hurt somebody is hidden, like a name or a telephone number. The giver and the "
               "officers still read the words. The giver is told, and can object."),
    )  # fmt: skip


def _hide_file(request, found):
    number = request.GET["file"]
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        raise Http404
    file = get_object_or_404(found.attachments, pk=number)
    form = HideFileForm(typed(request))
    outcome = attempt(form, lambda: moderating.hide_file(found, request.user, file, **form.cleaned_data))
    if outcome.done:
        return done(request, HIDDEN, found)
    return asked(
        request, found, form, outcome, title=_("Hide this file"), submit=_("Hide it"), text=str(file),
        lede=_("Only what could hurt somebody is hidden, like a face or an address. The giver and the officers "
               "still get the file. The giver is told, and can object."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def hiding_end(request, slug, kind, pk, number):
    """Show a hidden part again, with a reason."""
    hiding = hiding_or_404(request, slug, kind, pk, number)
    stop(moderating.refusal_to_show(hiding, request.user))
    form = ReasonForm(typed(request))
    outcome = attempt(form, lambda: moderating.show_again(hiding, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, SHOWN_AGAIN, hiding.contribution)
    return asked(
        request, hiding.contribution, form, outcome, title=_("Show the hidden part again"), submit=_("Show it again"),
        hiding=hiding,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def look(request, slug, kind, pk):
    """Let in what waits to be looked at, or keep it out for a reason that everybody reads."""
    found = contribution_or_404(request, slug, kind, pk)
    stop("" if found.cycle.standing_of(request.user).runs else NOT_AN_OFFICER)
    is_looked_at = found.state not in (found.State.HELD, found.State.KEPT_OUT)
    stop(NOT_HELD if is_looked_at and request.method != "POST" else "")
    form = LookForm(typed(request), initial={"decision": "in"})
    outcome = attempt(form, lambda: _decide(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, LOOKED[form.cleaned_data["decision"]], found)
    return asked(request, found, form, outcome, title=_("Look at what was said"), submit=_("Decide"))


def _decide(found, by, decision, reason):
    if decision == "out":
        return moderating.keep_out(found, by, reason)
    return moderating.let_in(found, by, reason)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def holding(request, slug, kind):
    """Decide whether an officer reads what is said in this stage before others do, and why."""
    stage = stage_or_404(request, slug, kind)
    stop(moderating.refusal_to_look_first(stage, request.user))
    there = Holding.objects.now(stage)
    form = ReasonForm(typed(request))
    verb = moderating.look_no_more if there else moderating.look_first
    outcome = attempt(form, lambda: verb(stage, request.user, form.cleaned_data["reason"]))
    if outcome.done:
        return done(request, LOOKS_NO_MORE if there else LOOKS_FIRST, contributions_url(stage))
    context = {
        "form": form,
        "caption": stage,
        "crumbs": way_back(stage.cycle, stage),
        "cancel_url": contributions_url(stage),
        "title": _("Read nothing first any more") if there else _("Read first what people say here"),
        "submit": _("Stop reading first") if there else _("Read first from now on"),
        "lede": _("People see this before they write. The time for an answer runs from the day on which they said it. "
                  "Whoever is kept out is told why, and everybody reads the reason."),
    }  # fmt: skip
    return page(request, "feedback/giving/ask.html", context, outcome.status)
