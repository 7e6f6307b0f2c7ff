"""Stating how open the authority is in a stage."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form

from ..models import Stance
from .drafting import long_text


class StanceForm(Form):
    """The authority's claim about a stage, and what it means by it."""

    position = forms.ChoiceField(
        label=_("How open is the authority in this stage?"), choices=Stance.Position.choices, widget=forms.RadioSelect
    )
    words = long_text(
        Stance._meta.get_field("words"),
        _("Everybody will read this. For example: “You can change the menu and the times. The money is fixed.”"),
        required=True,
    )
    option_hints = {
        "position": {
            "open": _("People can change what is done here."),
            "partly": _("Some things can move, and some cannot. Say which."),
            "closed": _("Nothing can move here. Say why. It is better to say so than to ask in vain."),
        }
    }
