"""The form that begins a round of a stage."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from people.forms import Form

from ..models import Event, Stage

RECENT = 20


class CauseField(forms.ModelChoiceField):
    """One of the events that agreements rest on, told by its day, its verb and its thing."""

    def label_from_instance(self, event):
        """“12 May 2026: changed Meals budget”."""
        return f"{date_format(event.at, 'j F Y')}: {event.words} {event.title}"


class RoundForm(Form):
    """Why a stage is begun, or begun again (R3), from which stage one comes, and what brought it about."""

    reason = forms.CharField(
        label=_("Why is it begun now?"),
        help_text=_("Everybody who may read the cycle reads your reason."),
        max_length=2000,
        widget=forms.Textarea,
    )
    came_from = forms.ModelChoiceField(
        label=_("From which stage do you come?"),
        help_text=_("The stage whose work made you begin this one. So others can follow the way."),
        queryset=Stage.objects.none(),
        required=False,
        empty_label=_("From none: it is a fresh start"),
    )
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
        self.fields["came_from"].queryset = before = stage.may_be_entered_from()
        if stage.round_number:
            self.fields["reason"].label = _("Why is it opened again?")
        if not before.exists():
            del self.fields["came_from"]
        if not newest.exists():
            del self.fields["cause"]
