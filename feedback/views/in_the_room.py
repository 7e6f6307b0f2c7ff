"""Who is in the room of a stage and who is missing: its page, whom it wants to hear, and how they were looked for."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import stage_or_404
from involvement.models import HowFound, Target
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.in_the_room import AgreeForm, EndForm, HowFoundForm, OutreachForm, PartiesForm, TargetForm
from ..in_the_room.glances import room_of
from ..in_the_room.reach import others_to_reach


@require_safe
@open_to("anyone")
def who_is_there(request, slug, kind):
    """Who is needed in a stage, who came or gave something, and who is missing (R69)."""
    stage = stage_or_404(request, slug, kind)
    context = {
        "stage": stage, "room": "agreement", "who": room_of(stage), "reach": others_to_reach(stage, request.user),
        "may_want": not Target.refusal_to_want(stage, request.user),
        "may_note": not HowFound.refusal_to_write(stage, request.user),
        "may_run": stage.cycle.standing_of(request.user).runs,
    }  # fmt: skip
    return page(request, "feedback/in_the_room/page.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def target_new(request, slug, kind):
    """Say whom the stage wants to hear, how many and why."""
    stage = stage_or_404(request, slug, kind)
    stop(Target.refusal_to_want(stage, request.user))
    form = TargetForm(typed(request), stage=stage, person=request.user)
    outcome = attempt(form, lambda: Target.want(stage, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is written down. Groups can agree to it now."), outcome.came)
    lede = _("Think of those who use the service, who may one day, and who do not. Set it together with users.")
    return _form_page(request, stage, form, _("Whom does this stage want to hear?"), _("Save it"), outcome, lede=lede)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def target_parties(request, slug, kind, pk):
    """Say who among those who take part speaks for them."""
    stage, target = _target(request, slug, kind, pk)
    stop(target.refusal_to_go_on(request.user))
    form = PartiesForm(typed(request), stage=stage, initial={"parties": target.parties.all()})
    outcome = attempt(form, lambda: target.name_parties(request.user, form.cleaned_data["parties"]))
    if outcome.done:
        return done(request, _("It is written down who speaks for them."), target)
    return _form_page(request, stage, form, _("Who here speaks for them?"), _("Save it"), outcome, caption=target)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def target_agreement(request, slug, kind, pk):
    """Agree to it for a group."""
    stage, target = _target(request, slug, kind, pk)
    stop(target.refusal_to_go_on(request.user))
    form = AgreeForm(typed(request), stage=stage, person=request.user)
    outcome = attempt(form, lambda: target.agree(request.user, form.cleaned_data["participant"]))
    if outcome.done:
        return done(request, _("Your group agrees to it now."), target)
    return _form_page(request, stage, form, _("Agree to this"), _("Agree"), outcome, caption=target, lede=target.why)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def target_try(request, slug, kind, pk):
    """Write down how they were looked for, how many that reached, what was learnt and what it cost."""
    stage, target = _target(request, slug, kind, pk)
    stop(target.refusal_to_go_on(request.user))
    form = OutreachForm(typed(request), initial={"tried_on": timezone.localdate()})
    outcome = attempt(form, lambda: target.look_for(request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("It is written down how they were looked for."), target)
    return _form_page(request, stage, form, _("How were they looked for?"), _("Save it"), outcome, caption=target)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def target_end(request, slug, kind, pk):
    """Say that nobody looks for them any more, and why; it stays on the page."""
    stage, target = _target(request, slug, kind, pk)
    stop(target.refusal_to_end(request.user))
    form = EndForm(typed(request))
    outcome = attempt(form, lambda: target.end(request.user, form.cleaned_data["because"]))
    if outcome.done:
        return done(request, _("Nobody looks for them any more. The reason stands beside it."), target)
    title, submit = _("Look for them no longer?"), _("Look no longer")
    return _form_page(request, stage, form, title, submit, outcome, caption=target, warning=True)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def how_found(request, slug, kind):
    """Write down how the people of this round were found, and who is therefore not here."""
    stage = stage_or_404(request, slug, kind)
    stop(HowFound.refusal_to_write(stage, request.user))
    there = HowFound.objects.filter(round=stage.current_round).first()
    initial = {name: getattr(there, name) for name in (*HowFound.SAID, "version")} if there else {"version": 0}
    form = HowFoundForm(typed(request), initial=initial)
    outcome = attempt(form, lambda: HowFound.write(stage, request.user, form.cleaned_data["version"], **form.said))
    if outcome.done:
        return done(request, _("It is written down how people were found."), _here(stage))
    more = {}
    if outcome.current:
        now = outcome.current
        more = {"beside": form.beside(now), "their_name": now.by.name, "at": now.at}
        more["template"] = "cycle/record_edit.html"
    return _form_page(request, stage, form, _("How were people found?"), _("Save it"), outcome, **more)


def _here(stage):
    return reverse("who_is_there", args=[stage.cycle.slug, stage.kind_slug])


def _target(request, slug, kind, pk):
    """The stage and the target of an address. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    target = get_object_or_404(Target.objects.of(stage), pk=pk)
    target.stage = stage
    return stage, target


def _form_page(request, stage, form, title, submit, outcome, template="forms/page.html", **more):
    crumbs = [*way_back(stage.cycle, stage), {"name": _("Who is in the room"), "url": _here(stage)}]
    context = {
        "title": title, "caption": stage, "form": form, "submit": submit, "cancel_url": _here(stage),
        "crumbs": crumbs, **more,
    }  # fmt: skip
    return page(request, template, context, outcome.status)
