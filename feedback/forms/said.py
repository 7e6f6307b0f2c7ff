"""What the list of contributions shows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form

from ..models import Contribution


class ContributionFilters(Form):
    """What the list of contributions shows. parties: a queryset of those who take part in the cycle."""

    ANSWERED = [("", _("All")), ("no", _("Wait for an answer")), ("yes", _("Answered"))]
    HELD = ("held", _("Wait to be looked at"))
    JUDGE = ("judge", _("Answered, and I have not said if it answers me"))

    mark_optional = False
    sort = forms.ChoiceField(
        label=_("What it is"), required=False, choices=[("", _("All")), *Contribution.Sort.choices]
    )
    party = forms.ModelChoiceField(label=_("Who said it"), required=False, queryset=None, empty_label=_("All"))
    answered = forms.ChoiceField(label=_("Answer"), required=False, choices=ANSWERED)

    about = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)

    def __init__(self, *args, parties, reader, runs=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties
        if reader.is_authenticated:
            self.fields["answered"].choices = [*self.ANSWERED, *([self.HELD] if runs else []), self.JUDGE]

    @property
    def chosen(self):
        """The answers as `matching` takes them; what makes no sense in an address shows everything."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in ("sort", "party", "answered")}
