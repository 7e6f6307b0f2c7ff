"""The form with which it is written down what came of a call-in (R50)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import DateField, Form

BEGINS_A_ROUND = _("A new round of this stage begins, and names the call-in as its cause. What was recorded stays.")


class CallInOutcomeForm(Form):
    """What came of it, when, who settled it and why. choices: (value, label) pairs of the outcomes."""

    mark_optional = False
    option_hints = {"outcome": {"sent back": BEGINS_A_ROUND, "overturned": BEGINS_A_ROUND}}

    outcome = forms.ChoiceField(label=_("What came of it?"), widget=forms.RadioSelect)
    settled_on = DateField(label=_("When was that settled?"))
    settled_by = forms.CharField(
        label=_("Who settled it?"), max_length=240, help_text=_("A body, like “the scrutiny committee”.")
    )
    because = forms.CharField(
        label=_("Why was it settled so?"), widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everybody who may read about the call-in reads this, too."),
    )  # fmt: skip

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = choices
