"""Pausing or leaving, coming back, and replying to that."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.due import tomorrow
from people.forms import DateField, Form

from ..models import Farewell, Withdrawal

LONGEST = 5000
EVERYTHING = _("The whole cycle")


class WithdrawalForm(Form):
    """What a group does, from what, and why if it wants to say so. stages: a queryset of those it is a party in."""

    sort = forms.ChoiceField(label=_("What do you do?"), choices=Withdrawal.Sort.choices, widget=forms.RadioSelect)
    ready_on = DateField(
        label=_("When may you be back?"), required=False, earliest=tomorrow,
        help_text=_("Leave it empty if you do not know yet. Nobody takes it as a promise."),
    )  # fmt: skip
    stage = forms.ModelChoiceField(label=_("From what?"), queryset=None, required=False, empty_label=EVERYTHING)
    words = forms.CharField(
        label=_("Why?"), max_length=LONGEST, required=False, widget=forms.Textarea,
        help_text=_("You need not say why. If you do, your words stand in the record as you wrote them."),
    )  # fmt: skip
    openness = forms.ChoiceField(
        label=_("Who may read why?"), choices=Withdrawal.READERS, widget=forms.RadioSelect,
        initial=Withdrawal.READERS[0][0],
    )  # fmt: skip
    option_hints = {
        "sort": {
            Withdrawal.Sort.PAUSE: _("Nobody waits for you. You come back with one press."),
            Withdrawal.Sort.LEAVE: _("Your signature ends. The others look again at what was agreed."),
        }
    }
    conditional = {"sort": {Withdrawal.Sort.PAUSE: ("ready_on",)}}

    def __init__(self, *args, stages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stage"].queryset = stages

    def clean(self):
        """Only those who pause say when they may be back."""
        said = super().clean()
        if said.get("sort") != Withdrawal.Sort.PAUSE:
            said["ready_on"] = None
            self.errors.pop("ready_on", None)
        return said


class BackForm(Form):
    """A few words on coming back, or none."""

    words = forms.CharField(
        label=_("Do you want to say something?"), max_length=LONGEST, required=False, widget=forms.Textarea
    )


class LeavingReplyForm(Form):
    """What the authority replies."""

    words = forms.CharField(
        label=_("Your reply"), max_length=LONGEST, widget=forms.Textarea,
        help_text=_("Those who may read the words can read your reply. Do not blame. Say what you learn from it."),
    )  # fmt: skip
    advises = ("words",)


class FarewellForm(Form):
    """Why a member leaves, or nothing."""

    words = forms.CharField(
        label=_("Why do you leave?"), max_length=LONGEST, required=False, widget=forms.Textarea,
        help_text=_("You need not say why. Leave it empty, and nobody reads anything."),
    )  # fmt: skip
    told_to = forms.ChoiceField(
        label=_("Who may read it?"), choices=Farewell.Told.choices, widget=forms.RadioSelect,
        initial=Farewell.Told.CONVENOR,
    )  # fmt: skip
    option_hints = {
        "told_to": {Farewell.Told.EVERYONE: _("In a small group, people may guess who it was.")},
    }
