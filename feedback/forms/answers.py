"""The forms for answers: to give one, to say whether it is one, to finish a stage."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.due import tomorrow
from people.forms import DateField, Form

from ..models import Answer

LONGEST = 5000
GROUNDS = {
    Answer.Outcome.CHANGED: ("changed_event", _("Choose what changed.")),
    Answer.Outcome.NO_CHANGE: ("because", _("Say why nothing changed.")),
    Answer.Outcome.LATER: ("later_by", _("Give the day by which it is looked at.")),
}


class AnswerForm(Form):
    """What came of a contribution. changes: (number, words) pairs of what was changed lately in the cycle."""

    outcome = forms.ChoiceField(label=_("What came of it?"), choices=Answer.Outcome.choices, widget=forms.RadioSelect)
    changed_event = forms.TypedChoiceField(
        label=_("If something changed: what?"), choices=(), coerce=int, empty_value=None, required=False
    )
    because = forms.CharField(
        label=_("If nothing changed: why?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    later_by = DateField(label=_("If later: by when?"), required=False, earliest=tomorrow)
    text = forms.CharField(
        label=_("Your answer"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Write to the person who said it. Use plain words."),
    )  # fmt: skip

    option_hints = {
        "outcome": {
            Answer.Outcome.CHANGED: _("You will be asked what changed, so that people can look at it."),
            Answer.Outcome.NO_CHANGE: _("You have to say why."),
            Answer.Outcome.LATER: _("You have to say by when."),
        }
    }
    mark_optional = False
    advises = ("text", "because")

    def __init__(self, *args, changes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["changed_event"].choices = [("", _("Choose")), *changes]

    def clean(self):
        """Each outcome needs its own ground; the grounds of the other two are left aside."""
        data = super().clean()
        if (outcome := data.get("outcome")) in GROUNDS:
            name, sentence = GROUNDS[outcome]
            if not data.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return data


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
    """The end of a stage. waiting: how many people still wait for an answer; then a reason is needed."""

    reason = forms.CharField(
        label=_("Why do you finish this stage?"), max_length=LONGEST, required=False, widget=forms.Textarea,
        help_text=_("Everybody can read this."),
    )  # fmt: skip

    def __init__(self, *args, waiting=0, **kwargs):
        super().__init__(*args, **kwargs)
        if waiting:
            self.fields["reason"].required = True
            self.fields["reason"].label = _("Why will those who still wait not get an answer?")
            self.fields["reason"].help_text = _("Everybody can read this, and it is printed in the report.")
