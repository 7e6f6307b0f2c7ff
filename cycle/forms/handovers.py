"""Handing a stage over to the person who goes on, and saying that one has read it (R7)."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form, ModelForm
from people.models import Person

from ..models import HandOver
from ..models.handover import may_receive
from ..snapshot import label_of

LONGEST = 4000
HINTS = {
    "outputs": _("For example: “A list of six needs, and the notes of four visits.”"),
    "thinking": _("Why it came out so, and what you left out and why. That is what gets lost first."),
    "still_open": _("Questions, promises, and dates that come soon."),
    "look_out_for": _("People who may be forgotten or who need more time. Name groups, and nobody who would mind."),
}


class HandOverForm(ModelForm):
    """To whom, for which stage, what came of it and why; the token makes a double click one hand-over."""

    field_order = ("given_to", "for_stage", *HandOver.TEXT_FIELDS)

    given_to = forms.ModelChoiceField(
        label=_("Who goes on?"), queryset=Person.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    token = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    class Meta(ModelForm.Meta):
        model = HandOver
        fields = ("for_stage", *HandOver.TEXT_FIELDS)
        labels = {"for_stage": _("With which stage do they go on?")}
        help_texts = {"for_stage": _("It may be this same stage.")}

    def __init__(self, *args, stage, giver, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["given_to"].queryset = may_receive(stage, giver)
        self.fields["for_stage"].queryset = stage.cycle.stages.all()
        for name in HandOver.TEXT_FIELDS:
            self.fields[name] = forms.CharField(
                label=label_of(HandOver, name),
                help_text=HINTS[name],
                max_length=LONGEST,
                required=name in HandOver.NEEDED,
                widget=forms.Textarea,
            )

    @property
    def said(self):
        """What was chosen and written, as `HandOver.give` takes it."""
        return {name: self.cleaned_data[name] for name in (*self.field_order, "token")}


class ReceiptForm(Form):
    """What the one who goes on takes from a hand-over."""

    words = forms.CharField(
        label=_("What you take from it, and what you still need to know"),
        help_text=_("Everybody who may read the cycle reads this."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea,
    )
