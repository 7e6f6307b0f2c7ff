"""Printing paper forms, bringing answers back, and what came back on a slip."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.forms import DateField, Form, TicksField, WholeNumberField

from ..models import Answer, Letter
from ..models.paper_form import MOST
from ..voices import people_of
from .answers import LONGEST
from .keying import CodeField


class PrintForm(Form):
    """So many forms for a party, or a pack for one of its people. parties: a queryset of Participant."""

    participant = forms.ModelChoiceField(label=_("For which group or body?"), queryset=None, empty_label=_("Choose"))
    number = WholeNumberField(
        label=_("How many forms?"), min_value=1, max_value=MOST, initial=10,
        help_text=_("Up to 100. Each one gets a code of its own, so do not copy a form: print as many as you need."),
    )  # fmt: skip
    person = forms.ModelChoiceField(
        label=_("Or a pack for one person without internet?"), queryset=None, required=False,
        empty_label=_("No, forms for anybody"),
        help_text=_("It holds what is agreed, one form, and the answers that wait for this person."),
    )  # fmt: skip

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["participant"].queryset = parties
        if len(parties) == 1:
            self.initial["participant"] = parties[0]
        self.fields["person"].queryset = people_of(list(parties)).filter(email=None)

    def clean(self):
        """A pack holds one form, however many were asked for."""
        data = super().clean()
        if data.get("person"):
            data["number"] = 1
        return data


class ChosenForm(Form):
    """Which answers are meant; offered: (id, words) pairs."""

    answers = forms.TypedMultipleChoiceField(
        label=_("Which answers?"), coerce=int, widget=forms.CheckboxSelectMultiple, choices=(),
        error_messages={"required": _("Choose at least one answer.")},
    )  # fmt: skip

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answers"].choices = offered


class BroughtForm(ChosenForm):
    """How and when answers were brought back."""

    how = forms.ChoiceField(
        label=_("How were they brought back?"), choices=Letter.How.choices, widget=forms.RadioSelect
    )
    on = DateField(
        label=_("On which day?"), latest=timezone.localdate, initial=timezone.localdate,
    )  # fmt: skip


class HandedOutForm(Form):
    """Which news was handed out on paper: ids, as many as stood on the page."""

    news = TicksField(coerce=int, widget=forms.MultipleHiddenInput)


class SlipForm(Form):
    """What somebody wrote on the slip of a letter."""

    verdict = forms.ChoiceField(
        label=_("What is ticked on the slip?"), choices=Answer.Verdict.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What is written on it?"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Their own words. They are needed when it does not answer them."),
    )  # fmt: skip


class CodeForm(Form):
    """The code of whatever came back on paper."""

    code = CodeField(
        label=_("Code on the paper"), help_text=_("At the top of a form, or on the slip of a letter. Like BCD-FGHJ.")
    )
