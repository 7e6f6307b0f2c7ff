"""Challenging what is kept back: to say that it ought to be shown, one challenge with its reply, and replying."""

from dataclasses import replace

from django.shortcuts import get_object_or_404
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from cycle.openness import Level
from cycle.reading import stub_of
from cycle.register import stubs_of
from cycle.views.finding import records_or_404, stage_or_404
from cycle.voices import own_voices
from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from .. import challenging
from ..forms.challenging import ChallengeForm, ReplyForm
from ..forms.hidden import catch_up
from ..line import told
from ..models import Challenge

REPLIED = {
    Challenge.Outcome.OPENED: gettext_lazy("Your reply is there. Everybody can read the whole of it now."),
    Challenge.Outcome.NARROWED: gettext_lazy("Your reply is there. Less is kept back now."),
    Challenge.Outcome.STAYS: gettext_lazy("Your reply is there, with the day when this is looked at again."),
}


def kept_back_or_404(request, slug, kind, records, pk):
    """The record of which something is kept back, also from the reader, who may know that much. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    model = records_or_404(stage, records)
    found = get_object_or_404(model.objects.in_stage(stage).kept_back(), pk=pk)
    found.stage = stage
    return found


def challenge_or_404(request, slug, kind, records, pk, number):
    """The Challenge with this number to a record of this stage. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    model = records_or_404(stage, records)
    rows = Challenge.objects.for_list().filter(stage=stage, thing_type=model._meta.label_lower, thing_id=pk)
    found = get_object_or_404(rows, number=number)
    found.stage, found.cycle = stage, stage.cycle
    return found


def _thing(record, person):
    """What a page tells of the record: its name and address to those who may read it, the Stub of what is not told."""
    cycle = record.stage.cycle
    is_open = cycle.standing_of(person).may_read(record.openness)
    stub = stubs_of([record], person, cycle)[0] if record.is_kept_back else None if is_open else stub_of(record, cycle)
    named = {"title": str(record), "url": record.get_absolute_url()} if is_open else {}
    return {"stub": stub and replace(stub, challenge_url=""), "level": record.line_level, **named}


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def challenge_new(request, slug, kind, records, pk):
    """Say why something that is kept back ought to be shown (M7)."""
    record = kept_back_or_404(request, slug, kind, records, pk)
    stop(challenging.refusal(record, request.user))
    if request.method != "POST":
        stop(challenging.why_wait(record, request.user))
    cycle = record.stage.cycle
    knew = cycle.standing_of(request.user).may_read(record.openness)
    form = ChallengeForm(typed(request), participants=own_voices(cycle, request.user), knew=knew)
    outcome = attempt(form, lambda: challenging.challenge(record, request.user, **form.cleaned_data))
    if outcome.done:
        said = _("Thank you. You get a reply by %(day)s.") % {"day": date_format(outcome.came.due_on, "j F Y")}
        return done(request, said, outcome.came)
    context = {"stage": record.stage, "room": record.SLUG, "form": form, **_thing(record, request.user)}
    return page(request, "involvement/challenge_new.html", context, outcome.status)


@open_to("anyone")
@require_safe
def challenge(request, slug, kind, records, pk, number):
    """One challenge, and the reply to it."""
    found = challenge_or_404(request, slug, kind, records, pk, number)
    context = {
        "stage": found.stage,
        "room": found.model.SLUG,
        "told": told([found], request.user, found.cycle)[0],
        **_thing(found.record, request.user),
    }
    return page(request, "involvement/challenge.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def challenge_reply(request, slug, kind, records, pk, number):
    """Reply to a challenge, and move the line in the same step; what an officer wrote too late is kept beside."""
    found = challenge_or_404(request, slug, kind, records, pk, number)
    refusal, record = challenging.reply_refusal(found, request.user), found.record
    is_late = refusal == challenging.REPLIED_ALREADY and request.method == "POST"
    stop("" if is_late else refusal)
    level = Level.WITHHELD if is_late else record.line_level
    form = ReplyForm(typed(request), level=level, initial={"version": record.version})
    outcome = attempt(form, lambda: challenging.reply(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, REPLIED[outcome.came.outcome], outcome.came)
    if outcome.current:
        catch_up(form, version=outcome.current.version)
    context = {
        "stage": found.stage,
        "room": record.SLUG,
        "form": form,
        "told": told([found], request.user, found.cycle)[0],
        "record": record,
        "is_in_part": record.line_level == Level.IN_PART,
        "is_late": is_late,
        "is_changed": bool(outcome.current),
    }
    return page(request, "involvement/challenge_reply.html", context, outcome.status)
