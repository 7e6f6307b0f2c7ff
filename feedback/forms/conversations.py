"""The forms of a conversation that changed the officers' thinking, and of saying that it was not like that."""

import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle.openness import Openness
from people.forms import DateField, Form

from ..models import Conversation
from ..voices import people_of
from .answers import LONGEST, long_text


class ConversationForm(Form):
    """A conversation. participants: a queryset of those who take part. changes: what changed lately in the cycle."""

    held_on = DateField(label=_("When was it?"), latest=timezone.localdate, initial=timezone.localdate)
    participant = forms.ModelChoiceField(
        label=_("Which group or body do they belong to?"), queryset=None, empty_label=_("Choose")
    )
    person = forms.ModelChoiceField(
        label=_("Whom did you talk with?"), queryset=None, required=False, empty_label=_("Nobody by name"),
        help_text=_("Choose a name only when this person agreed to it. Only those who take part read it."),
    )  # fmt: skip
    said = long_text(_("What was said?"), 5, help_text=_("Only what the other person would want to be written down."))
    changed_thinking = long_text(_("What did it change in your thinking?"), 4)
    changed_event = forms.TypedChoiceField(
        label=_("What did it lead to?"), choices=(), coerce=int, empty_value=None, required=False
    )
    openness = forms.ChoiceField(
        label=_("Who may read it?"), choices=Conversation.READERS, widget=forms.RadioSelect, initial=Openness.PUBLIC
    )
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    advises = ("said", "changed_thinking")

    def __init__(self, *args, participants, changes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["participant"].queryset = participants
        self.fields["person"].queryset = people_of(list(participants))
        self.fields["changed_event"].choices = [("", _("Nothing yet")), *changes]

    def clean(self):
        """A name goes only with the group that this person belongs to."""
        data = super().clean()
        person, participant = data.get("person"), data.get("participant")
        if person and participant and not people_of([participant]).filter(pk=person.pk).exists():
            self.add_error("person", _("This person does not belong to the group that you chose."))
        return data


class ObjectionForm(Form):
    """That it was not like that."""

    words = forms.CharField(
        label=_("How was it?"), max_length=LONGEST, widget=forms.Textarea,
        help_text=_("It stands beside what the officer wrote. Those who take part see your name. Others do not."),
    )  # fmt: skip
