"""Signing in by letter: the number of the letter and its code."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from .base import Form

WRONG = _(
    "This number and this code open nothing. Look at both again. A letter works once, and for three days. After five "
    "wrong tries, or when there is a newer letter, it is void. Then ask for a new one."
)
TOO_MANY = _("There were too many tries from here. Wait a minute, and try again.")


class LetterForm(Form):
    """What stands on the letter; it may be typed in small letters, with spaces or a dash."""

    number = forms.CharField(
        label=_("The number of the letter"),
        help_text=_("Six figures, like 123 456."),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "govuk-input--width-10"}),
    )
    code = forms.CharField(
        label=_("The code"),
        help_text=_("Eight letters. Small letters will do."),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false",
                "class": "govuk-input--width-10",
            }
        ),
    )  # fmt: skip

    def clean_number(self):
        """The figures alone."""
        return re.sub(r"[^0-9]", "", self.cleaned_data["number"])

    def clean_code(self):
        """The letters alone, as they are printed."""
        return re.sub(r"[^A-Z]", "", self.cleaned_data["code"].upper())
