"""Saying how open a stage is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form

from ..models import Placing


class PlacingForm(Form):
    """One of three answers and no words, because words would tell whose they are."""

    position = forms.ChoiceField(
        label=_("How open is the authority in this stage?"), choices=Placing.Position.choices, widget=forms.RadioSelect
    )
    option_hints = {
        "position": {
            "open": _("It listens, and what people say can change things."),
            "says": _("It asks and listens. But nothing that people say changes anything."),
            "closed": _("It does not want to hear what people say here."),
        }
    }
