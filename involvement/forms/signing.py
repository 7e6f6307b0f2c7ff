"""Answering an agreement for a party: by oneself, or on paper through the convenor."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.forms import DateField, Form, YesNoField
from people.models import Person

from ..models import Signature
from ..signing import NEEDS_WORDS


class SignatureForm(Form):
    """One of the three answers, with words. `seen` is the number of the last change that the page showed."""

    mark_optional = False
    position = forms.ChoiceField(
        label=_("What is your answer?"), choices=Signature.Position.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("You can leave this empty when you simply agree. What you write is printed with the agreement."),
        max_length=2000,
        required=False,
        widget=forms.Textarea,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**62)
    option_hints = {
        "position": {
            "agree": _("You say yes to it as it stands."),
            "reserve": _("You go on with it, and say what you do not agree with."),
            "decline": _("The stage waits. Say why, so that it can be put right. It does you no harm."),
        }
    }

    def clean(self):
        """A reservation and a no need words; the one field is named, so that the page can lead to it."""
        said = super().clean()
        position = said.get("position")
        if position and position != Signature.Position.AGREE and not said.get("words") and not self.errors.get("words"):
            self.add_error("words", NEEDS_WORDS)
        return said


class PaperForm(SignatureForm):
    """What somebody signed on paper, put in by the convenor or the chair of the group."""

    field_order = ("signed_by", "signed_on", "position", "words", "read_back")

    signed_by = forms.ModelChoiceField(
        label=_("Who signed?"),
        help_text=_("Only those who may sign for the group are listed."),
        queryset=Person.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    signed_on = DateField(
        label=_("When did they sign?"), help_text=_("For example, 27 3 2027."), latest=timezone.localdate
    )
    read_back = YesNoField(
        label=_("Did you read their answer back to them?"),
        help_text=_("Read out what you put in here, so that they can say whether it is right."),
    )

    def __init__(self, *args, speakers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signed_by"].queryset = speakers
        self.fields["position"].label = _("What is their answer?")
        self.fields["words"].label = _("In their own words")
        self.fields["words"].help_text = _("Copy what they wrote. You can leave this empty when they simply agree.")
