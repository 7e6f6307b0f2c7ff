"""Asking to be forgotten: what becomes of one's words, and that one knows it cannot be undone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form


class ForgettingForm(Form):
    """Whether the words stay under a number, or go too."""

    KEEP, TAKE = "keep", "take"

    words = forms.ChoiceField(
        label=_("What shall become of what you said?"),
        choices=((KEEP, _("My words stay, under a number")), (TAKE, _("Take my words away, too"))),
        widget=forms.RadioSelect,
    )
    sure = forms.BooleanField(
        label=_("I know that this cannot be undone"),
        error_messages={"required": _("Tick this if you are sure. Nobody can bring you back afterwards.")},
    )
    option_hints = {
        "words": {
            KEEP: _("What you said and signed goes on to count. Others read “Member” and a number."),
            TAKE: _("A sentence stands in its place. The answers to it stay, and so do ballots and scores."),
        }
    }

    def clean(self):
        cleaned = super().clean()
        cleaned["with_words"] = cleaned.get("words") == self.TAKE
        return cleaned
