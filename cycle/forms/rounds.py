"""The form that begins a round of a stage."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from people.forms import Form

from ..models import Event

RECENT = 20


class CauseField(forms.ModelChoiceField):
    """One of the events that agreements rest on, told by its day, its verb and its thing."""

    def label_from_instance(self, event):
        """“12 May 2026: changed Meals budget”."""
        return f"{date_format(event.at, 'j F Y')}: {event.words} {event.title}"


class RoundForm(Form):
    """Why a stage is begun, or begun again (R3), and what brought it about."""

    reason = forms.CharField(label=_("Why is it begun?"), required=False, widget=forms.Textarea)
    cause = CauseField(
        label=_("Was it one of these changes that brought it about?"),
        queryset=Event.objects.none(),
        required=False,
        empty_label=_("None of these"),
    )

    def __init__(self, *args, stage, **kwargs):
        super().__init__(*args, **kwargs)
        newest = Event.objects.concerning(stage).material().newest(RECENT)
        self.fields["cause"].queryset = newest
        if stage.round_number:
            reason = self.fields["reason"]
            reason.required = True
            reason.label = _("Why is it opened again?")
            reason.help_text = _("Everybody who may read the cycle reads your reason.")
        if not newest.exists():
            del self.fields["cause"]
