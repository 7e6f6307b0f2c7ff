"""Asking for less, or for a pause: how much, until when, and who may know."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import DateField, Form

from ..models import Easing

EVERYTHING = _("All that I take part in")
LONGEST = 2000


class EasingForm(Form):
    """No reason is asked for. cycles: those that the person takes part in; with only one there is still a choice."""

    sort = forms.ChoiceField(label=_("What do you want?"), choices=Easing.Sort.choices, widget=forms.RadioSelect)
    letters = forms.ChoiceField(
        label=_("What shall we still write to you?"), choices=Easing.Letters.choices, widget=forms.RadioSelect,
        initial=Easing.Letters.ANSWERS, required=False,
    )  # fmt: skip
    cycle = forms.ModelChoiceField(label=_("Where?"), queryset=None, required=False, empty_label=EVERYTHING)
    until_date = DateField(
        label=_("Until which day?"), required=False,
        help_text=_("Leave it empty if you do not know yet. You can end it on any day."),
    )  # fmt: skip
    told_to = forms.ChoiceField(
        label=_("Who may know?"), choices=Easing.Told.choices, widget=forms.RadioSelect, initial=Easing.Told.ASKERS
    )
    words = forms.CharField(
        label=_("A note for yourself"), max_length=LONGEST, required=False, widget=forms.Textarea,
        help_text=_("You need not give a reason. Nobody else reads this, unless you tick the box below."),
    )  # fmt: skip
    convenor_reads = forms.BooleanField(label=_("The convenor or chair of my group may read my note"), required=False)
    option_hints = {
        "sort": {
            Easing.Sort.LESS: _("You are still asked. Whoever asks is told to think twice."),
            Easing.Sort.PAUSE: _("Nothing waits for you, and nobody counts on you. You keep your place and your say."),
        },
        "told_to": {
            Easing.Told.ASKERS: _("They read that you asked for less. They never read why."),
            Easing.Told.NOBODY: _("Whoever plans a meeting may still notice that you are not asked."),
        },
    }
    conditional = {"sort": {Easing.Sort.PAUSE: ("letters",)}}

    def __init__(self, *args, cycles, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cycle"].queryset = cycles

    def clean(self):
        """Letters are chosen for a pause alone."""
        said = super().clean()
        said["letters"] = said.get("letters") or Easing.Letters.ANSWERS
        return said
