"""What is paid for one meeting or other work: saying it in advance, changing it, and what each person takes (R76)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cycle.models import Event
from cycle.snapshot import facts_of, in_words, label_of
from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.claims import OfferAnswerForm
from ..forms.rates import ChangeOfferForm, EndOfferForm, OfferForm, beginning_for
from ..models import Claim, Offer, OfferAnswer, Rates, Session
from ..paying.claiming import people_to_enter_for, why_not


def offer_or_404(request, slug, kind, pk):
    """The Offer of this stage, for those who take part in its cycle. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    offers = Offer.objects.visible_to(request.user, stage.cycle).filter(stage=stage)
    found = get_object_or_404(offers.select_related("session", "rates", "participant", "made_by"), pk=pk)
    return at_home(found, stage)


def at_home(offer, stage):
    """The offer with the very stage that the page has."""
    offer.stage = stage
    if offer.session_id:
        offer.session.stage = stage
    return offer


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def offer_new(request, slug, kind):
    """Say what is paid, for a meeting (`?session=`) or for other work in a stage."""
    stage = stage_or_404(request, slug, kind)
    stop(Offer.refusal_to_make(stage, request.user))
    session = _session(request, stage)
    begun = beginning_for(session, Rates.objects.on(stage.cycle))
    form = OfferForm(typed(request), cycle=stage.cycle, session=session, initial=begun)
    outcome = attempt(form, lambda: Offer.make(stage, request.user, session=session, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is said what is paid."), outcome.came)
    context = {
        "title": _("Say what is paid for it") if session else _("Say what is paid for other work"),
        "caption": session or stage,
        "lede": _("People read this before they say yes. Nobody has to take it."),
        "form": form,
        "submit": _("Offer this"),
        "cancel_url": (session or stage).get_absolute_url(),
        "crumbs": way_back(stage.cycle, stage),
    }
    return page(request, "forms/page.html", context, outcome.status)


def _session(request, stage):
    """The meeting that is named in the address, or None. Raises Http404 for one that is not of this stage."""
    key = request.GET.get("session", "")
    if not key:
        return None
    if not key.isdecimal() or len(key) > 18:
        raise Http404
    rows = Session.objects.in_stage(stage).visible_to(request.user, stage.cycle)
    found = get_object_or_404(rows, pk=key)
    found.stage = stage
    return found


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request, slug, kind, pk):
    """What is offered, with the note on benefits and who gives advice; here one says what one takes (M11)."""
    found = offer_or_404(request, slug, kind, pk)
    person = request.user
    refusal = OfferAnswer.refusal_to_say(found, person, person)
    said = found.answers.by(person, found)
    if request.method == "POST":
        stop(refusal)
    begun = {"says": said.says, "has_read": said.has_read} if said else {}
    form = OfferAnswerForm(typed(request), offer=found, initial=begun)
    outcome = attempt(form, lambda: OfferAnswer.say(found, person, person, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is written down: %(what)s.") % {"what": outcome.came}, found)
    context = {
        "offer": found,
        "stage": found.stage,
        "room": "agreement",
        "form": None if refusal else form,
        "said": said,
        "claim": Claim.objects.standing_for(found, person),
        "claim_refusal": refusal or why_not(found, person, person),
        "facts": facts_of(found, Offer.TERMS),
        "may_change": not found.refusal_to_change(person),
        "may_enter": people_to_enter_for(found, person).exists(),
    }
    return page(request, "involvement/payment/offer.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def offer_edit(request, slug, kind, pk):
    """Change what is offered, when nobody else has since it was read."""
    found = offer_or_404(request, slug, kind, pk)
    stop(found.refusal_to_change(request.user))
    begun = {name: getattr(found, name) for name in (*Offer.TERMS, "version")}
    form = ChangeOfferForm(typed(request), offer=found, initial=begun)
    outcome = attempt(
        form,
        lambda: found.change(request.user, form.cleaned_data["version"], form.cleaned_data["reason"], **form.said),
    )
    if outcome.done:
        return done(request, _("It is changed what is paid."), found)
    context = {
        "title": _("Change what is paid"),
        "caption": found,
        "form": form,
        "submit": _("Change it"),
        "cancel_url": found.get_absolute_url(),
        "crumbs": way_back(found.stage.cycle, found.stage, found),
    }
    if outcome.current:
        last = Event.objects.of(found).select_related("by").last()
        beside = _beside(form, outcome.current)
        context |= {"beside": beside, "their_name": last.by.name, "at": last.at}
    return page(request, "cycle/record_edit.html", context, outcome.status)


def _beside(form, current):
    """(label, what is saved now, what was typed) of each field that differs; the form goes on from there."""
    rows = [
        (label_of(Offer, name), in_words(current, name), value)
        for name, value in form.said.items()
        if getattr(current, name) != value
    ]
    form.data = form.data.copy()
    form.data["version"] = current.version
    return rows


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def offer_end(request, slug, kind, pk):
    """Take an offer back that nobody has said yes to."""
    found = offer_or_404(request, slug, kind, pk)
    stop(found.refusal_to_change(request.user))
    form = EndOfferForm(typed(request))
    outcome = attempt(form, lambda: found.end(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is taken back."), found.session or found.stage)
    context = {
        "title": _("Take back what is offered?"),
        "caption": found,
        "form": form,
        "submit": _("Take it back"),
        "warning": True,
        "cancel_url": found.get_absolute_url(),
        "crumbs": way_back(found.stage.cycle, found.stage, found),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def offer_answer_new(request, slug, kind, pk):
    """Put in what somebody else takes, who said it by word of mouth or on paper."""
    found = offer_or_404(request, slug, kind, pk)
    people = people_to_enter_for(found, request.user)
    stop(why_not_enter(found, request.user))
    form = OfferAnswerForm(typed(request), offer=found, people=people)

    def say():
        given = dict(form.cleaned_data)
        return OfferAnswer.say(found, given.pop("person"), request.user, **given)

    outcome = attempt(form, say)
    if outcome.done:
        said = _("It is written down for %(name)s.") % {"name": outcome.came.person.name}
        return done(request, said, found)
    context = {
        "title": _("Put in what somebody takes"),
        "caption": found,
        "lede": _("Ask them first, and read them the note on benefits. They need not say why."),
        "form": form,
        "offer": found,
        "submit": _("Save"),
        "cancel_url": found.get_absolute_url(),
        "crumbs": way_back(found.stage.cycle, found.stage, found),
    }
    return page(request, "involvement/payment/answer_new.html", context, outcome.status)


def why_not_enter(offer, person):
    """Why this person cannot put in anything for others, as a sentence; empty when they can."""
    standing = offer.stage.cycle.standing_of(person)
    return "" if standing.runs or standing.keeps else _("Only a convenor or an officer puts this in for others.")
