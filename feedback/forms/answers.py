"""The forms for answers: to give one, to say whether it is one, to finish a stage."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.due import tomorrow
from people.forms import DateField, Form

from ..models import Answer, AnswerDraft
from ..models.grounds import Outcome

LONGEST = 5000
# For each outcome the questions of the form, and what is said when the first of them is left open.
ASKED = {
    Outcome.CHANGED: {"changed_event": _("Choose what changed.")},
    Outcome.NO_CHANGE: {"because": _("Say why nothing changed.")},
    Outcome.LATER: {"later_by": _("Give the day by which it is looked at.")},
    Outcome.PASSED_ON: {
        "passed_to": _("Say who has it now."), "expect": _("Say what the person can expect from them."),
    },
    Outcome.REFUSED: {"refused_because": _("Say why the question is not answered.")},
}  # fmt: skip


def long_text(label, rows, **kwargs):
    """A box for a long text."""
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class AnswerForm(Form):
    """What came of a contribution. changes: (number, words) pairs of what was changed lately in the cycle.

    only_questions: whether all that is answered are questions, because only those can be refused. is_half: whether it
    may be half written, because it is kept as a draft.
    """

    outcome = forms.ChoiceField(label=_("What came of it?"), choices=Outcome.choices, widget=forms.RadioSelect)
    changed_event = forms.TypedChoiceField(
        label=_("What changed?"), choices=(), coerce=int, empty_value=None, required=False
    )
    because = long_text(_("Why did nothing change?"), 3, required=False)
    later_by = DateField(label=_("By when is it looked at?"), required=False, earliest=tomorrow)
    passed_to = forms.CharField(
        label=_("Who has it now?"), max_length=160, required=False,
        help_text=_("The name of a body, like “the health board”. An officer of this cycle is no other body."),
    )  # fmt: skip
    expect = long_text(_("What can the person expect from them?"), 3, required=False)
    refused_because = long_text(_("Why is it not answered?"), 3, required=False)
    text = long_text(_("Your answer"), 7, help_text=_("Write to the person who said it. Use plain words."))

    option_hints = {
        "outcome": {
            Outcome.CHANGED: _("You say what, so that people can look at it."),
            Outcome.NO_CHANGE: _("You say why."),
            Outcome.LATER: _("You say by when."),
            Outcome.PASSED_ON: _("You say to whom, and what the person can expect."),
            Outcome.REFUSED: _("You say why. Everybody who may read the question reads it."),
        }
    }
    conditional = {"outcome": {outcome.value: tuple(asked) for outcome, asked in ASKED.items()}}
    mark_optional = False
    advises = ("text", "because")

    def __init__(self, *args, changes, only_questions=False, is_half=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_half = is_half
        self.fields["changed_event"].choices = [("", _("Choose")), *changes]
        if not only_questions:
            self.fields["outcome"].choices = [each for each in Outcome.choices if each[0] != Outcome.REFUSED]
            del self.fields["refused_because"]
        if is_half:
            self.fields["outcome"].required = self.fields["text"].required = False

    def clean(self):
        """Each outcome needs its own ground; what is wrong with the grounds of the others does not matter."""
        data = super().clean()
        asked = ASKED.get(data.get("outcome"), {})
        for name in EVERY_GROUND - set(asked) if asked else ():
            self.errors.pop(name, None)
        for name, sentence in asked.items():
            if not self.is_half and not data.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return data

    def said(self, events):
        """What was filled in, as a verb takes it. events: those of the cycle, to find what changed by its number."""
        data = self.cleaned_data
        number, is_refused = data.get("changed_event"), data["outcome"] == Outcome.REFUSED
        return {
            "outcome": data["outcome"],
            "text": data["text"],
            "later_by": data.get("later_by"),
            "passed_to": data.get("passed_to") or "",
            "expect": data.get("expect") or "",
            "because": data.get("refused_because" if is_refused else "because") or "",
            "changed_event": events.filter(number=number).first() if number else None,
        }


EVERY_GROUND = {name for asked in ASKED.values() for name in asked}


class DraftForm(AnswerForm):
    """The words of a draft. revision: the one that the writer started from."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


class PassForm(Form):
    """Another officer answers it. officers: a queryset of the others who can."""

    to = forms.ModelChoiceField(label=_("Who answers it?"), queryset=None, empty_label=_("Choose"))
    reason = long_text(_("Why do you pass it on?"), 3, help_text=_("The one who said it can read this."))

    def __init__(self, *args, officers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = officers


class ReaderForm(Form):
    """Who reads a draft before it is sent. readers: a queryset of those who can."""

    reader = forms.ModelChoiceField(label=_("Who reads it before it is sent?"), queryset=None, empty_label=_("Choose"))

    def __init__(self, *args, readers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reader"].queryset = readers


class ReadingForm(Form):
    """What the second reader says of a draft. revision: the one that was read."""

    reading = forms.ChoiceField(
        label=_("What do you say?"), choices=AnswerDraft.Reading.choices, widget=forms.RadioSelect
    )
    words = long_text(_("What has to change?"), 3, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    conditional = {"reading": {AnswerDraft.Reading.CHANGE.value: ("words",)}}
    mark_optional = False

    def __init__(self, *args, **kwargs):
        # The page has the form of the draft too, and no two of their controls may share an id.
        super().__init__(*args, auto_id="reading_%s", **kwargs)

    @property
    def said(self):
        """What was filled in, as `AnswerDraft.read` takes it."""
        return self.cleaned_data


class VerdictForm(Form):
    """Whether an answer is one. number: which answer was read."""

    verdict = forms.ChoiceField(
        label=_("Does it answer you?"), choices=Answer.Verdict.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("In your own words"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("If it does not answer you, say what is missing."),
    )  # fmt: skip
    number = forms.IntegerField(widget=forms.HiddenInput)


class FinishForm(Form):
    """The end of a stage. waiting: how many people still wait for an answer; gaps: what its work lacks, as sentences.

    When there is either, a reason is needed.
    """

    reason = forms.CharField(
        label=_("Why do you finish this stage?"), max_length=LONGEST, required=False, widget=forms.Textarea,
        help_text=_("Everybody can read this."),
    )  # fmt: skip

    def __init__(self, *args, waiting=0, gaps=(), **kwargs):
        super().__init__(*args, **kwargs)
        if waiting or gaps:
            self.fields["reason"].required = True
            self.fields["reason"].label = (
                _("Why will those who still wait not get an answer?")
                if waiting
                else _("Why does this stage end without what is missing?")
            )
            self.fields["reason"].help_text = _("Everybody can read this, and it is printed in the report.")
