"""The questions for equality: each may be left out, and nothing is kept without a yes."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.forms import Form

from ..equality.lists import questions_on
from ..models.equality import SAY_YES


class EqualityForm(Form):
    """One question for each list that is asked today. own: question -> the answer that was given before."""

    def __init__(self, *args, own=(), **kwargs):
        super().__init__(*args, **kwargs)
        for each in questions_on(timezone.localdate()):
            self.fields[each.slug] = forms.ChoiceField(
                label=each.words, help_text=each.hint, choices=each.choices, required=False, widget=forms.RadioSelect,
                initial=own[each.slug].answer if each.slug in own else None,
            )  # fmt: skip
        self.fields["agrees"] = forms.BooleanField(label=_("I have read this, and I agree"), required=False)

    mark_optional = False

    def clean_agrees(self):
        """Nothing is kept without it. Raises ValidationError."""
        if not self.cleaned_data["agrees"]:
            raise forms.ValidationError(SAY_YES)
        return True

    @property
    def answers(self):
        """The answer to each question, by question; what was left out is not there."""
        return {name: value for name, value in self.cleaned_data.items() if value and name != "agrees"}
