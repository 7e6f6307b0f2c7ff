"""Explaining why an agreement lapsed, and saying whether that explains it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form, YesNoField

LONGEST = 5000


class ExplanationForm(Form):
    """Why it lapsed."""

    words = forms.CharField(
        label=_("Why did it lapse?"), max_length=LONGEST, widget=forms.Textarea,
        help_text=_("Everybody reads it, and it stands. Say it as it is, and what happens next."),
    )  # fmt: skip
    advises = ("words",)


class ExplanationVerdictForm(Form):
    """Whether it explains it, as a users' group sees it."""

    explains = YesNoField(label=_("Does it explain it to you?"))
    words = forms.CharField(
        label=_("In your own words"), max_length=LONGEST, required=False, widget=forms.Textarea,
        help_text=_("Everybody reads it. If it does not explain it, say what is missing."),
    )  # fmt: skip
