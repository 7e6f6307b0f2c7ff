"""Drafts of answers: to one or to many, kept on the server, read by a second person, sent by an officer (R82)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from cycle.models.cycle import NOT_AN_OFFICER
from cycle.views.finding import stage_or_404
from involvement.comparing import differences
from involvement.forms.hidden import catch_up
from people.answering import attempt, done, page, stop
from people.policy import open_to

from ..answering import MOST, NONE_CHOSEN
from ..asking import Asking
from ..changes import changes_to_choose, in_words
from ..forms.answers import DraftForm, ReaderForm, ReadingForm
from ..models import AnswerDraft, Contribution
from ..sending import send
from ..showing import shown

LISTED = 10  # so many of what a draft answers are shown in full; the rest is counted
KEPT = _("Your draft is kept. Only the officers of this cycle see it.")
GIVEN = _("%(name)s finds it on the first page, and says whether it is ready.")
READ = _("Thank you. The officer who wrote it sees what you said.")
KEEP = {"words": _("Keep the draft"), "name": "keep", "value": "yes"}
PUT_AWAY = _("The draft is put away. Nothing was sent.")


@require_POST
@open_to("signed in")
def answers_new(request, slug, kind):
    """Begin one answer to many: to those that were ticked, or to all that the list shows."""
    stage = stage_or_404(request, slug, kind)
    stop("" if stage.cycle.standing_of(request.user).runs else NOT_AN_OFFICER)
    chosen = list(_chosen(request, stage).order_by("due_on", "pk")[:MOST])
    if chosen:
        return redirect(AnswerDraft.begin(stage, request.user, chosen))
    messages.warning(request, NONE_CHOSEN)
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return redirect(reverse("contributions", args=[slug, kind]) + query)


def _chosen(request, stage):
    """What waits among the ticked ones, or among all that the list with its filters shows."""
    if "all" in request.POST:
        return Asking.from_query(request.GET).rows(stage, request.user).unanswered()
    rows = Contribution.objects.in_stage(stage).visible_to(request.user, stage.cycle)
    return rows.chosen(request.POST.getlist("chosen")).unanswered()


def draft_or_404(request, slug, kind, pk):
    """The AnswerDraft, when the reader may read it. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    rows = AnswerDraft.objects.in_stages([stage]).visible_to(request.user, stage.cycle)
    found = get_object_or_404(rows.select_related("written_by", "reader", "changed_event"), pk=pk)
    found.stage = stage
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def answer_draft(request, slug, kind, pk):
    """Write the draft, keep it, and send it when it is ready."""
    draft = draft_or_404(request, slug, kind, pk)
    if request.method != "POST":
        return _page(request, draft)
    stop("" if draft.ledger_cycle.standing_of(request.user).runs else NOT_AN_OFFICER)
    seen, sends = draft.revision, "send" in request.POST
    form = _form(draft, request.user, request.POST, is_half=not sends)
    outcome = attempt(form, lambda: _write(draft, request.user, form, sends))
    if outcome.done:
        return done(request, _sent(outcome.came) if sends else KEPT, _list_url(draft) if sends else draft)
    apart = []
    if outcome.current:
        mine = AnswerDraft(stage=draft.stage, **form.said(draft.ledger_cycle.events))
        apart = differences(outcome.current, mine, AnswerDraft.TEXT_FIELDS)
    if outcome.current or draft.revision != seen:
        catch_up(form, revision=(outcome.current or draft).revision)
    return _page(request, draft, outcome.status, form=form, apart=apart)


def _write(draft, by, form, sends):
    """Save the words, and send them when that button was pressed. Returns what came of sending."""
    draft.write(by, form.cleaned_data["revision"], **form.said(draft.ledger_cycle.events))
    return send(draft, by, draft.revision) if sends else None


@require_POST
@open_to("signed in")
def answer_draft_reader(request, slug, kind, pk):
    """Give the draft to a second reader."""
    draft = draft_or_404(request, slug, kind, pk)
    stop(draft.refusal(request.user))
    form = ReaderForm(request.POST, readers=draft.possible_readers())
    outcome = attempt(form, lambda: draft.ask(request.user, form.cleaned_data["reader"]))
    if outcome.done:
        return done(request, GIVEN % {"name": draft.reader}, draft)
    return _page(request, draft, outcome.status, reader_form=form)


@require_POST
@open_to("signed in")
def answer_draft_reading(request, slug, kind, pk):
    """The second reader says that it is ready, or what to change."""
    draft = draft_or_404(request, slug, kind, pk)
    stop(draft.refusal_to_read(request.user))
    form = ReadingForm(request.POST)
    outcome = attempt(form, lambda: draft.read(request.user, **form.said))
    if outcome.done:
        return done(request, READ, draft)
    if outcome.current:
        draft = draft_or_404(request, slug, kind, pk)
        catch_up(form, revision=draft.revision)
    return _page(request, draft, outcome.status, reading_form=form)


@require_POST
@open_to("signed in")
def answer_draft_end(request, slug, kind, pk):
    """Put a draft away without sending it."""
    draft = draft_or_404(request, slug, kind, pk)
    draft.put_away(request.user)
    return done(request, PUT_AWAY, _list_url(draft))


def _form(draft, person, data=None, **how):
    """The form with the words of the draft; data: what was sent, if anything was."""
    cycle, event = draft.ledger_cycle, draft.changed_event
    changes = changes_to_choose(cycle, person)
    if event and event.number not in dict(changes):
        changes = [*changes, (event.number, in_words(event))]
    words = {name: getattr(draft, name) for name in AnswerDraft.TEXT_FIELDS} | {"revision": draft.revision}
    words |= {"changed_event": event.number if event else "", "refused_because": draft.because}
    return DraftForm(data, initial=words, changes=changes, only_questions=draft.only_questions, **how)


def _page(request, draft, status=200, **sent):
    """The page of a draft. sent: the forms that could not be taken, and `apart`, where two writers differ."""
    person = request.user
    rows = Contribution.objects.in_draft(draft).visible_to(person, draft.ledger_cycle)
    count, waiting, refusal = rows.count(), rows.unanswered().count(), draft.refusal(person)
    context = {
        "stage": draft.stage, "room": "contributions", "draft": draft, "refusal": refusal,
        "count": count, "waiting": waiting, "answered": count - waiting, "more": max(count - LISTED, 0),
        "said": shown(rows.for_list()[:LISTED], draft.stage, person),
        "change": in_words(draft.changed_event) if draft.changed_event else "", "others": [KEEP],
    }  # fmt: skip
    if not refusal:
        context["form"] = _form(draft, person)
        context["reader_form"] = ReaderForm(readers=draft.possible_readers())
    if not draft.refusal_to_read(person) and not draft.reading:
        context["reading_form"] = ReadingForm(initial={"revision": draft.revision})
    context |= sent
    context["wrong"] = next((form for form in sent.values() if getattr(form, "errors", None)), None)
    return page(request, "feedback/draft.html", context, status)


def _sent(given):
    """What came of sending, in words."""
    words = ngettext(
        "Your answer is there for what one person said.", "Your answer is there for what %(count)d people said.",
        given.count,
    )  # fmt: skip
    if given.left_out:
        words = words + " " + ngettext(
            "%(left)d was left out, because somebody else has answered it.",
            "%(left)d were left out, because somebody else has answered them.",
            given.left_out,
        )  # fmt: skip
    return words % {"count": given.count, "left": given.left_out}


def _list_url(draft):
    return reverse("contributions", args=[draft.ledger_cycle.slug, draft.stage.kind_slug])
