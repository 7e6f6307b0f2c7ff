"""Writing down how ready a round is (R15)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import ModelForm

from ..models import Readiness
from ..models.readiness import SAY_WHAT
from .drafting import long_text

HINTS = {
    "users_words": _("Who they are, how many, and who is missing. Needed when your answer is not yes."),
    "capacity_words": _("What there is, and until when. Needed when your answer is not yes."),
    "maturity_words": _("What you have done together before. Needed when your answer is not yes."),
    "candour_words": _("What people can see, and what not yet. Needed when your answer is not yes."),
    "what_helps": _("You can leave this empty. For example: “Two people join a training day in June.”"),
}


class ReadinessForm(ModelForm):
    """The four questions. `seen` is the id of the one of this round that the writer started from, 0 for none."""

    mark_optional = False
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**62)

    class Meta:
        model = Readiness
        fields = Readiness.SAID

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in Readiness.QUESTIONS:
            self.fields[name].widget = forms.RadioSelect()
            self.fields[name].choices = Readiness.Answer.choices
        for name, hint in HINTS.items():
            self.fields[name] = long_text(Readiness._meta.get_field(name), hint, required=False)

    def clean(self):
        """What is not ready needs words; the box is named, so that the page can lead to it."""
        said = super().clean()
        for name in Readiness.QUESTIONS:
            words = f"{name}_words"
            if said.get(name) in ("partly", "no") and not said.get(words) and words not in self.errors:
                self.add_error(words, SAY_WHAT)
        return said

    @property
    def said(self):
        """The answers and the words, as `Readiness.write` takes them."""
        return {name: self.cleaned_data[name] for name in Readiness.SAID}
