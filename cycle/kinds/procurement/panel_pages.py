"""The pages of a panel: who sits on it, what helps them, their ties to bidders, and what is decided (R56)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from ... import ledger
from . import declaration, panel, panel_score
from .declaration import Declaration
from .finding import member_or_404, tender_or_404
from .forms import BecauseForm, MemberForm, SupportForm, TieDecisionForm, TiesForm
from .seating import places_of
from .tables import panel_told


@open_to("anyone")
@require_safe
def tender_panel(request, slug, kind, pk):
    """Who sits on the panel, for whom, and how far each is; names only for those who take part."""
    found = tender_or_404(request, slug, kind, pk)
    standing = found.tender.stage.cycle.standing_of(request.user)
    own = found.member_of(request.user)
    tied = [each for each in found.latest if not each.is_none and (standing.runs or each.member == own)]
    context = room_of(
        found, glances=[panel_told(found, request.user)], ways=_ways(found, own, request.user), runs=standing.runs,
        name_refusal=panel.why_cannot_name(found.tender, request.user), members=found.active, ties=tied,
    )  # fmt: skip
    return page(request, "cycle/tender_panel.html", context)


def _ways(found, own, person):
    """What this person can do on the panel: (member, whether it is themselves, why not declare, why not score)."""
    mine = [own] if own else []
    mine += [each for each in found.active if each != own and found.puts_in_for(each, person)]
    return [
        {
            "member": each,
            "is_own": each == own,
            "declare_refusal": declaration.why_cannot_declare(found, each, person),
            "score_refusal": panel_score.why_cannot_score(found, each, person),
        }
        for each in mine
    ]


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def panel_member_new(request, slug, kind, pk):
    """Name somebody for the panel."""
    tender = tender_or_404(request, slug, kind, pk).tender
    stop(panel.why_cannot_name(tender, request.user))
    form = MemberForm(typed(request), places=places_of(tender.stage.cycle))
    outcome = attempt(form, lambda: panel.name_member(tender, request.user, **form.said))
    if outcome.done:
        said = _("%(name)s sits on the panel now.") % {"name": outcome.came}
        return done(request, said, tender.get_url("tender_panel"))
    context = asked_of(tender, _("Name somebody for the panel"), form, _("Name them"))
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def panel_member(request, slug, kind, pk, member):
    """Write down the training and the help that a member has."""
    found, there = member_or_404(request, slug, kind, pk, member)
    stop(panel.why_cannot_name(found.tender, request.user))
    initial = {name: getattr(there, name) for name in SupportForm.base_fields}
    form = SupportForm(typed(request), initial=initial)
    outcome = attempt(form, lambda: panel.support(there, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is written down."), found.tender.get_url("tender_panel"))
    title = _("Training and help of %(name)s") % {"name": there}
    return page(
        request, "forms/page.html", asked_of(found.tender, title, form, _("Write it down")), outcome.status
    )  # fmt: skip


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def panel_member_end(request, slug, kind, pk, member):
    """Write down that a member leaves the panel."""
    found, there = member_or_404(request, slug, kind, pk, member)
    stop(panel.why_cannot_name(found.tender, request.user))
    form = BecauseForm(typed(request), label=_("Why do they leave the panel?"))
    outcome = attempt(form, lambda: panel.leave(there, request.user, form.cleaned_data["reason"]))
    if outcome.done:
        said = _("%(name)s has left the panel. What they scored is left out.") % {"name": there}
        return done(request, said, found.tender.get_url("tender_panel"))
    title = _("%(name)s leaves the panel") % {"name": there}
    context = asked_of(found.tender, title, form, _("Write it down")) | {
        "lede": _("What they scored stays to be seen, and does not count any more."),
        "warning": True,
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def panel_ties(request, slug, kind, pk, member):
    """Say for each bidder whether there are ties."""
    found, there = member_or_404(request, slug, kind, pk, member)
    stop(declaration.why_cannot_declare(found, there, request.user))
    bids = [bid for bid in found.standing_bids if not found.is_withdrawn(there, bid)]
    said = {bid.pk: found.declaration(there, bid) for bid in bids}
    form = TiesForm(typed(request), bids=bids, found=said, links=declaration.links_of(there, bids))
    outcome = attempt(form, lambda: declaration.declare(there, request.user, form.said))
    if outcome.done:
        return done(request, _told(outcome.came), found.tender.get_url("tender_panel"))
    is_own = there.person_id == request.user.pk
    title = _("Your ties to bidders") if is_own else _("Ties of %(name)s to bidders") % {"name": there}
    context = asked_of(found.tender, title, form, _("Say it"))
    return page(request, "cycle/panel_ties.html", context, outcome.status)


def _told(new):
    if not new:
        return _("Nothing was different, so nothing was changed.")
    if any(each.waits for each in new):
        return _("Thank you. An officer decides what is done about a tie. Until then you do not judge that bid.")
    return _("Thank you. It is written down that you have no ties.")


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def tie_decision(request, slug, kind, pk, declared):
    """Decide what is done about a tie."""
    tender = tender_or_404(request, slug, kind, pk).tender
    if not tender.stage.cycle.standing_of(request.user).runs:
        raise Http404
    there = get_object_or_404(Declaration.objects.select_related("bid", "member"), pk=declared, bid__tender=tender)
    there.bid.stage, there.member.tender = tender.stage, tender
    stop(declaration.why_cannot_decide(there, request.user))
    form = TieDecisionForm(typed(request))
    outcome = attempt(form, lambda: _decide(there, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is decided and written down."), tender.get_url("tender_panel"))
    title = _("Decide about a tie")
    context = asked_of(tender, title, form, _("Decide it")) | {"declared": there}
    return page(request, "cycle/tie_decision.html", context, outcome.status)


def _decide(there, by, decision, done):
    """Decide it; who leaves the panel takes no part in judging this bid either."""
    with ledger.writing(there.bid.stage.cycle):
        leaves = decision == TieDecisionForm.LEAVES
        decided = Declaration.Decision.WITHDRAWS if leaves else decision
        declaration.decide(there, by, decided, done)
        if leaves:
            panel.leave(there.member, by, done)


def room_of(found, **further):
    """What every room of a stage takes, the tender and what was read of it."""
    tender = found.tender
    return {"stage": tender.stage, "room": tender.SLUG, "tender": tender, "scoring": found, **further}


def asked_of(tender, title, form, submit):
    """What the page of a form about a tender takes."""
    stage = tender.stage
    crumbs = [{"name": str(each), "url": each.get_absolute_url()} for each in (stage.cycle, stage, tender)]
    return {
        "title": title,
        "caption": tender,
        "form": form,
        "submit": submit,
        "cancel_url": tender.get_url("tender_panel"),
        "crumbs": crumbs,
    }


URLS = [
    path("tenders/<int:pk>/panel/", tender_panel, name="tender_panel"),
    path("tenders/<int:pk>/panel/new/", panel_member_new, name="panel_member_new"),
    path("tenders/<int:pk>/panel/<int:member>/", panel_member, name="panel_member"),
    path("tenders/<int:pk>/panel/<int:member>/end/", panel_member_end, name="panel_member_end"),
    path("tenders/<int:pk>/panel/<int:member>/ties/", panel_ties, name="panel_ties"),
    path("tenders/<int:pk>/ties/<int:declared>/", tie_decision, name="tie_decision"),
]
