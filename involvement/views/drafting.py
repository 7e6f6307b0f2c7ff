"""Writing the draft of an agreement: its words, its parties, and putting it before them."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cycle.moves import Refused
from cycle.officers import officers_of
from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from .. import sentences
from ..comparing import differences
from ..forms.drafting import PartyForm, WordsForm
from ..forms.hidden import catch_up
from ..models import Agreement, Party
from ..models.agreement import NOT_A_DRAFT
from .finding import draft_or_404, drafted_stage_or_404, proposed_or_404


@open_to("signed in")
@require_POST
def agreement_draft(request, slug, kind):
    """Make the draft of the stage's current round, or find the one there is."""
    stage = stage_or_404(request, slug, kind)
    draft = Agreement.draft(stage, request.user)
    return done(request, sentences.DRAFT_MADE, draft.get_draft_url("agreement_words"))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_words(request, slug, kind):
    """Write the words of the draft."""
    stage = drafted_stage_or_404(request, slug, kind)
    draft = Agreement.objects.draft_now(stage)
    if draft is None:
        return _too_late(request, stage)
    draft.round.stage = stage
    stop(draft.why_cannot_write(request.user))
    form = WordsForm(
        typed(request), instance=draft, initial={"revision": draft.revision}, officers=officers_of(stage.cycle)
    )
    outcome = attempt(form, lambda: draft.write(request.user, form.cleaned_data["revision"], **form.said))
    if outcome.done:
        return done(request, sentences.WORDS_SAVED, _onward(request, stage))
    return _words_page(request, stage, form, outcome)


def _words_page(request, stage, form, outcome):
    """The form; when somebody else was quicker, both texts, and a form that knows of theirs."""
    apart = []
    if outcome.current:
        apart = differences(outcome.current, form.instance, Agreement.TEXT_FIELDS)
        catch_up(form, revision=outcome.current.revision)
    context = {"stage": stage, "form": form, "apart": apart, "others": _others()}
    return page(request, "involvement/words.html", context, outcome.status)


def _too_late(request, stage):
    """There is no draft any more: what was typed stays on the page, with the reason why it is not saved."""
    if request.method != "POST":
        raise Refused(NOT_A_DRAFT)
    form = WordsForm(request.POST, officers=officers_of(stage.cycle))
    form.is_valid()
    form.add_error(None, NOT_A_DRAFT)
    return page(request, "involvement/words.html", {"stage": stage, "form": form}, 409)


def _others():
    """The second button: it saves and comes back, so that the advice can be read without JavaScript."""
    return [{"words": _("Save, and see how it reads"), "name": "come_back", "value": "yes"}]


def _onward(request, stage):
    """Where one goes after saving: back to this form when the second button was pressed, else to the stage."""
    return request.path if "come_back" in request.POST else stage


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_party(request, slug, kind, participant):
    """Name a party of the draft, or change its terms."""
    draft = draft_or_404(request, slug, kind)
    stop(draft.why_cannot_write(request.user))
    named = get_object_or_404(draft.ledger_cycle.participants.active(), pk=participant)
    party = draft.parties.terms_of(named) or Party(agreement=draft, participant=named)
    form = PartyForm(typed(request), instance=party, initial={"seen": party.stamp if party.pk else ""})
    outcome = attempt(form, lambda: draft.name_party(request.user, named, seen=form.cleaned_data["seen"], **form.said))
    if outcome.done:
        return done(request, sentences.PARTY_SAVED % {"party": named}, _onward(request, draft.stage))
    apart = []
    if outcome.current:
        apart = differences(outcome.current, form.instance, Party.TERMS)
        catch_up(form, seen=outcome.current.stamp)
    context = {"stage": draft.stage, "named": named, "form": form, "apart": apart, "others": _others()}
    return page(request, "involvement/party.html", context, outcome.status)


@open_to("signed in")
@require_POST
def agreement_party_end(request, slug, kind, participant):
    """Take a party out of the draft."""
    draft = draft_or_404(request, slug, kind)
    party = get_object_or_404(draft.parties.select_related("participant"), participant=participant)
    draft.drop_party(request.user, party)
    return done(request, sentences.PARTY_REMOVED % {"party": party}, draft.stage)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_welcome(request, slug, kind, participant):
    """Add a party to the agreement that was proposed: it signs what exists, and the others look at it again."""
    stage = drafted_stage_or_404(request, slug, kind)
    agreement = proposed_or_404(stage)
    stop(agreement.why_cannot_welcome(request.user))
    named = get_object_or_404(stage.cycle.participants.active(), pk=participant)
    form = PartyForm(typed(request), instance=Party(agreement=agreement, participant=named))
    outcome = attempt(form, lambda: agreement.welcome(request.user, named, **form.said))
    if outcome.done:
        return done(request, sentences.WELCOMED % {"party": named}, stage)
    context = {"stage": stage, "named": named, "form": form, "is_welcome": True}
    return page(request, "involvement/party.html", context, outcome.status)


@open_to("signed in")
@require_POST
def agreement_proposal(request, slug, kind):
    """Put the draft before its parties."""
    draft = draft_or_404(request, slug, kind)
    draft.propose(request.user)
    return done(request, sentences.PROPOSED % {"version": draft.version}, draft.stage)
