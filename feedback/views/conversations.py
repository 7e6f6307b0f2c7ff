"""Conversations that changed the officers' thinking: the list, writing one down, saying that it was not so (R83)."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed
from people.paging import page_of
from people.policy import open_to

from ..changes import changes_to_choose
from ..conversations import told
from ..forms.conversations import ConversationForm, ObjectionForm
from ..models import Conversation

WRITTEN = _("It is written down, and those whom it was with can say if it was not like that.")
DISPUTED = _("Thank you. Your words stand beside it.")


@require_safe
@open_to("anyone")
def conversations(request, slug, kind):
    """The conversations of a stage that the reader may read, newest first."""
    stage = stage_or_404(request, slug, kind)
    rows = Conversation.objects.in_stage(stage).visible_to(request.user, stage.cycle).for_list()
    found = page_of(rows, request.GET.get("after"), newest_first=True)
    context = {
        "stage": stage,
        "room": "contributions",
        "told": told(found, stage, request.user),
        "refusal": Conversation.refusal_to_write(stage, request.user),
        "runs": stage.cycle.standing_of(request.user).runs,
        "older_url": f"?after={found.more}" if found.more else "",
        "newer_url": "" if found.is_first else request.path,
    }
    return page(request, "feedback/conversations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def conversation_new(request, slug, kind):
    """Write a conversation down."""
    stage = stage_or_404(request, slug, kind)
    stop(Conversation.refusal_to_write(stage, request.user))
    form = ConversationForm(
        typed(request),
        participants=stage.cycle.participants.active(),
        changes=changes_to_choose(stage.cycle, request.user),
    )
    outcome = attempt(form, lambda: Conversation.write_down(stage, request.user, **_said(stage, form.cleaned_data)))
    if outcome.done:
        return done(request, WRITTEN, outcome.came)
    context = {"stage": stage, "room": "contributions", "form": form}
    return page(request, "feedback/conversation_new.html", context, outcome.status)


def _said(stage, data):
    """What was filled in, with the event itself in the place of its number."""
    number = data["changed_event"]
    return {**data, "changed_event": stage.cycle.events.filter(number=number).first() if number else None}


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def objection(request, slug, kind, pk):
    """Say that a conversation was not like that."""
    stage = stage_or_404(request, slug, kind)
    rows = Conversation.objects.in_stage(stage).visible_to(request.user, stage.cycle).for_list()
    found = get_object_or_404(rows, pk=pk)
    found.stage, found.cycle = stage, stage.cycle
    stop(found.refusal_to_dispute(request.user))
    form = ObjectionForm(typed(request))
    outcome = attempt(form, lambda: found.dispute(request.user, form.cleaned_data["words"]))
    if outcome.done:
        return done(request, DISPUTED, found)
    context = {"stage": stage, "room": "contributions", "form": form, "told": told([found], stage, request.user)}
    return page(request, "feedback/objection.html", context, outcome.status)
