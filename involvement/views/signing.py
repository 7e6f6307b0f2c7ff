"""Answering an agreement for one party, by oneself or on paper through the convenor."""

from django.views.decorators.http import require_http_methods

from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from .. import sentences, signing, terms
from ..forms.hidden import catch_up
from ..forms.signing import PaperForm, SignatureForm
from ..models import Signature
from ..since import changes_since
from ..status import status_of
from .finding import party_or_404


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def signature(request, slug, kind, party):
    """Sign for a party, sign with a reservation, or decline."""
    stage = stage_or_404(request, slug, kind)
    found = party_or_404(stage, party)
    stop(signing.refusal(found, request.user))
    form = SignatureForm(typed(request), initial=_start(request, stage))
    was_open = stage.is_open
    outcome = attempt(form, lambda: signing.sign(found, request.user, **form.cleaned_data))
    if outcome.done:
        sentence = sentences.SIGNED[outcome.came.position] % {"party": found}
        return done(request, _and_open(sentence, stage, was_open), stage)
    return _page(request, "involvement/signature.html", stage, found, form, outcome)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def paper_signature(request, slug, kind, party):
    """Put in what somebody who may sign for a group signed on paper."""
    stage = stage_or_404(request, slug, kind)
    found = party_or_404(stage, party)
    stop(signing.paper_refusal(found, request.user))
    form = PaperForm(typed(request), speakers=signing.speakers(found), initial=_start(request, stage))
    was_open = stage.is_open
    outcome = attempt(form, lambda: signing.sign_on_paper(found, request.user, **form.cleaned_data))
    if outcome.done:
        who = {"party": found, "who": outcome.came.signed_by}
        return done(request, _and_open(sentences.PUT_IN[outcome.came.position] % who, stage, was_open), stage)
    return _page(request, "involvement/paper_signature.html", stage, found, form, outcome)


def _start(request, stage):
    """What the form begins with: the answer that was pressed, and the last change that the page shows."""
    position = request.GET.get("position", "")
    chosen = position if position in Signature.Position.values else None
    return {"position": chosen, "seen": status_of(stage).changed_at}


def _and_open(sentence, stage, was_open):
    """The sentence, and that the stage has opened when this was what it waited for."""
    stage.refresh_from_db(fields=["state"])
    return f"{sentence} {sentences.OPENED}" if stage.is_open and not was_open else sentence


def _page(request, template, stage, party, form, outcome):
    """The form with the agreement in short, and what changed since the party's last answer or while it was read."""
    status = status_of(stage)
    since = next((each.read_up_to for each in status.parties if each.party.pk == party.pk and each.is_stale), None)
    if outcome.status == 409:
        since = form.cleaned_data["seen"] if since is None else min(since, form.cleaned_data["seen"])
        catch_up(form, seen=status.changed_at)
    context = {
        "stage": stage, "party": party, "form": form, "acting_for": party, "facts": terms.facts(party.agreement),
        "row": terms.row(party), "level": (party.level_in_a_word, terms.LEVELS[party.level]),
        "changes": [] if since is None else changes_since(stage, since, request.user),
    }  # fmt: skip
    return page(request, template, context, outcome.status)
