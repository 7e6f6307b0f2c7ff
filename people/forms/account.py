"""The two forms of signing in: where to send the code, and the code."""

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from django import forms
from django.utils.translation import gettext_lazy as _

from .base import Plain

WRONG_CODE = _("That is not the code we sent last. Look at the newest e-mail, and type its six numbers.")


class AskForCodeForm(Plain, RequestLoginCodeForm):
    """The address that the code goes to."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        address = self.fields["email"]
        address.label = _("Your e-mail address")
        address.help_text = _("Use the one that your invitation was sent to.")
        address.widget.attrs = {"autocomplete": "email", "spellcheck": "false"}


class EnterCodeForm(Plain, ConfirmLoginCodeForm):
    """The code that was sent."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("The code from the e-mail")
        self.fields["code"].help_text = _("Six numbers. They work for ten minutes.")
        self.fields["code"].widget = forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "govuk-input--width-10"}
        )

    def clean_code(self):
        """The code, compared without the spaces that mail programs put in."""
        try:
            return super().clean_code()
        except forms.ValidationError as wrong:
            raise forms.ValidationError(WRONG_CODE, code="wrong") from wrong
