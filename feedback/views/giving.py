"""Saying something in a stage: the form with its drafts and files, the page to check, and sending it (R68, R71)."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cycle.views.finding import stage_or_404
from cycle.voices import own_voices
from involvement.status import status_of
from people.answering import attempt, done, page, stop
from people.drafting import Writing, unchecked
from people.policy import open_to
from people.refusal import Refused

from ..abouts import record_named
from ..files import attach, remove
from ..forms.contributions import ContributionForm, ForOthersForm
from ..forms.giving import AttachForm
from ..models import Attachment, Contribution, Holding
from ..models.giving import ENTERED_BY, ONLY_YOUR_OWN
from ..voices import voices_to_enter
from ..who_sees import facts_of, who_sees
from .addresses import contributions_url

SAID = gettext_lazy("Thank you. It is written down, and you get an answer by %(day)s.")
SAID_AND_HELD = gettext_lazy(
    "Thank you. It is written down, and you get an answer by %(day)s. An officer reads it first."
)
KEPT = gettext_lazy("It is kept. You find it on your first page, and nobody else can read it.")


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def contribution_new(request, slug, kind):
    """Say something, or with `?for=others` put in what somebody said another way (R68)."""
    stage = stage_or_404(request, slug, kind)
    for_others = request.GET.get("for") == "others"
    writing = Writing(request, title_of(stage, for_others))
    if "keep" not in request.POST:
        stop(why_not_say(request, stage, for_others, bool(writing.draft)))
    voices = voices_to_enter(stage.cycle, request.user) if for_others else own_voices(stage.cycle, request.user)
    form = (ForOthersForm if for_others else ContributionForm)(
        writing.typed, participants=voices, initial=_asked_in(request)
    )
    is_asked = request.FILES or {"attach", "check"} & set(request.POST)
    attaching = AttachForm(request.POST, request.FILES) if is_asked else AttachForm()
    shown = Shown(request, stage, for_others, writing, form, attaching)
    if request.method != "POST":
        return shown.form_page(unchecked(form))
    if "keep" in request.POST:
        return kept(shown)
    if "send" not in request.POST:
        writing.keep_if_it_can()
    if {"attach", "remove"} & set(request.POST):
        return with_other_files(shown)
    return sent(shown)


def _asked_in(request):
    """What the address says of what is to be said: about which record, and that it is a question."""
    sort = {"sort": "question"} if request.GET.get("sort") == "question" else {}
    return {"about": request.GET.get("about", ""), **sort}


def title_of(stage, for_others):
    """What a draft is for, as its writer finds it among others."""
    words = (
        _("What somebody else said: %(stage)s, %(cycle)s") if for_others else _("Say something: %(stage)s, %(cycle)s")
    )
    return words % {"stage": stage, "cycle": stage.cycle}


def why_not_say(request, stage, for_others, has_draft=False):
    """Why this person cannot say anything here, as a sentence.

    Once something is written, a stage that closed meanwhile is told on the form, where the text still stands.
    """
    standing = stage.cycle.standing_of(request.user)
    is_written = (request.method == "POST" or has_draft) and standing.is_involved
    if not is_written and (sentence := Contribution.refusal_to_give(stage, request.user)):
        return sentence
    if for_others:
        return "" if standing.runs or standing.keeps else ENTERED_BY
    return "" if standing.belongs_to else ONLY_YOUR_OWN


class Shown:
    """The pages of one contribution that is being written."""

    def __init__(self, request, stage, for_others, writing, form, attaching):
        self.request, self.stage, self.for_others = request, stage, for_others
        self.writing, self.form, self.attaching = writing, form, attaching

    @property
    def token(self):
        """The form's token as it was typed, opened or freshly made."""
        return self.form["token"].value()

    @property
    def attached(self):
        """What is attached so far."""
        try:
            return list(
                Attachment.objects.being_written(self.request.user, self.form.fields["token"].clean(self.token))
            )
        except ValidationError:
            return []

    @property
    def record(self):
        """The record that it is about, or None."""
        return record_named(self.stage, self.form["about"].value(), self.request.user)

    def context(self, **further):
        """What both pages say."""
        return {
            "stage": self.stage, "room": "contributions", "form": self.form, "for_others": self.for_others,
            "writing": self.writing, "attached": self.attached, "about": self.record,
            "holding": Holding.objects.now(self.stage), **further,
        }  # fmt: skip

    def form_page(self, form=None, status=200):
        """The form as it stands."""
        may_enter = not self.for_others and voices_to_enter(self.stage.cycle, self.request.user).exists()
        context = self.context(
            attaching=self.attaching,
            page_has_errors=bool(self.attaching.errors),
            status=status_of(self.stage),
            may_enter=may_enter,
            refusal=Contribution.refusal_to_give(self.stage, self.request.user),
        )
        return page(self.request, "feedback/contribution_new.html", context, status)

    def check_page(self):
        """What was written, and who will see it, before it is sent."""
        context = self.context(facts=facts_of(self.form), who=who_sees(self.stage, self.request.user, self.form))
        return page(self.request, "feedback/giving/check.html", context)


def kept(shown):
    """Keep what was typed: quietly for htmx, else with a word and a way on."""
    request, sentence = shown.request, ""
    try:
        draft = shown.writing.keep()
    except Refused as refused:
        sentence = str(refused.sentence)
    if request.htmx:
        at = "" if sentence else time_format(localtime(draft.saved_at), "H:i")
        return page(request, "people/kept.html", {"sentence": sentence, "at": at})
    if not sentence:
        return done(request, KEPT, contributions_url(shown.stage))
    unchecked(shown.form).add_error(None, sentence)
    return shown.form_page(status=422)


def with_other_files(shown):
    """Attach a file or take one away, and show the form again with all that was typed."""
    form, attaching, request = unchecked(shown.form), shown.attaching, shown.request
    token = request.POST.get("token", "")
    if pk := request.POST.get("remove", ""):
        if shown.attached and pk.isdecimal() and len(pk) < 19:
            remove(request.user, token, int(pk))
    elif not attached_now(shown):
        return shown.form_page(form, status=422)
    elif not attaching.cleaned_data["file"]:
        attaching.add_error("file", _("Choose a file first."))
        return shown.form_page(form, status=422)
    if draft := shown.writing.keep_if_it_can():
        return redirect(f"{draft.get_absolute_url()}#attached")
    shown.attaching = AttachForm()
    return shown.form_page(form)


def attached_now(shown):
    """Whether the chosen file could be kept, or none was chosen; else what is wrong stands on the form."""
    attaching = shown.attaching
    if not attaching.is_bound:
        return True
    if not attaching.is_valid():
        return False
    if attaching.cleaned_data["file"]:
        try:
            token = shown.form.fields["token"].clean(shown.token)
            attach(shown.request.user, token, attaching.cleaned_data["file"], attaching.cleaned_data["described"])
        except ValidationError:
            return True  # the form says itself that its token is none
        except Refused as refused:
            attaching.add_error("file", str(refused.sentence))
            return False
    return True


def sent(shown):
    """Show what was written once more, or send it when that has been looked at."""
    form, request, stage = shown.form, shown.request, shown.stage
    files_fit = attached_now(shown)
    if not (form.is_valid() and files_fit) or "back" in request.POST:
        shown.writing.keep_if_it_can()
        return shown.form_page(form, 200 if "back" in request.POST and form.is_valid() else 422)
    if "send" not in request.POST:
        if sentence := Contribution.refusal_to_give(stage, request.user):
            form.add_error(None, str(sentence))
            return shown.form_page(form, 422)
        return shown.check_page()
    said = {**form.cleaned_data, "about": shown.record}
    outcome = attempt(form, lambda: Contribution.give(stage, request.user, **said))
    if not outcome.done:
        shown.writing.keep_if_it_can()
        return shown.form_page(form, outcome.status)
    shown.writing.forget()
    given = outcome.came
    words = SAID_AND_HELD if given.state == Contribution.State.HELD else SAID
    return done(request, words % {"day": date_format(given.due_on, "j F Y")}, given)
