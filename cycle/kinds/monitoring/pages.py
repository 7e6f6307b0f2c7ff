"""The reply to what a visit found, and each side's word on an influence (R60, R62)."""

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from people.answering import attempt, done, page, stop, typed, way_back
from people.forms import Form
from people.policy import open_to

from ...models.influence_word import InfluenceWord
from ...models.visit_reply import VisitReply
from ...views.finding import record_or_404, stage_of_kind_or_404
from . import KIND, Influence, VisitFinding


class WordForm(Form):
    """What a party says; `because` only when it has said something before."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=32_000)
    words = forms.CharField(label=gettext_lazy("In your own words"), max_length=4000, widget=forms.Textarea)
    because = forms.CharField(
        label=gettext_lazy("Why do you say it anew?"),
        help_text=gettext_lazy("What was said before stays to be read, beside your reason."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    mark_optional = False  # the model asks for the reason when there is something to say anew

    def __init__(self, *args, last=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = last.number if last else 0
        if last is None:
            del self.fields["because"]

    @property
    def said(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "words"}

    def take_version(self, number):
        """Keep what was typed and let the next sending be about this version."""
        self.data = self.data.copy()
        self.data["seen"] = str(number)


class ReplyForm(WordForm):
    """A reply, and the interest of the one who gives it."""

    interest = forms.CharField(
        label=gettext_lazy("What do you gain or lose by it?"),
        help_text=gettext_lazy("For example: you earn money with this service. It stands beside your reply."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ("words", "interest", "because", "seen")


class InfluenceForm(WordForm):
    """Whether it made a difference, and in which way."""

    says = forms.ChoiceField(
        label=gettext_lazy("Did it make a difference?"), choices=InfluenceWord.Says, widget=forms.RadioSelect
    )
    field_order = ("says", "words", "because", "seen")


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def visit_reply(request, slug, kind, pk):
    """Reply to one finding, for the party that is asked; a further version says why."""
    finding = _record(request, slug, kind, VisitFinding, pk)
    return _word(
        request, finding, finding.replies_from, VisitReply, ReplyForm,
        title=_("Reply to what was found"), lede=_("Your reply stands. If you correct it later, both can be read."),
        saved=_("Your reply stands beside what was found."),
    )  # fmt: skip


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def influence_word(request, slug, kind, pk, participant):
    """Say for one party whether something made a difference."""
    influence = _record(request, slug, kind, Influence, pk)
    party = get_object_or_404(influence.stage.cycle.participants.active(), pk=participant)
    return _word(
        request, influence, party, InfluenceWord, InfluenceForm,
        title=_("Did it make a difference?"), lede=_("No side can say so alone. Each says it in its own words."),
        saved=_("It stands beside what others say."),
    )  # fmt: skip


def _record(request, slug, kind, model, pk):
    stage = stage_of_kind_or_404(request, slug, kind, KIND)
    return record_or_404(request, stage, model.SLUG, pk)


def _word(request, record, party, model, form_class, *, title, lede, saved):
    """The form for the word of a party, beside what it said last; when somebody was quicker, beside theirs."""
    stop(model.why_cannot_say(record, request.user, party))
    last = model.objects.last_of(record, party)
    form = form_class(typed(request), last=last)
    outcome = attempt(form, lambda: model.say(record, request.user, party, form.cleaned_data["words"], **form.said))
    if outcome.done:
        return done(request, saved, record)
    if outcome.status == 409:
        form.take_version(last.number)
    context = {
        "title": title,
        "caption": record,
        "lede": lede,
        "form": form,
        "submit": _("Send it"),
        "cancel_url": record.get_absolute_url(),
        "crumbs": way_back(record.stage.cycle, record.stage, record),
        "record": record,
        "party": party,
        "last": last,
        "is_on_paper": party.pk not in record.stage.cycle.standing_of(request.user).belongs_to,
    }
    return page(request, "cycle/party_word_new.html", context, outcome.status)


URLS = [
    path("visit-findings/<int:pk>/reply/", visit_reply, name="visit_reply"),
    path("influences/<int:pk>/words/<int:participant>/", influence_word, name="influence_word"),
]
