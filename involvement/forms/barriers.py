"""Saying what gets in the way, what was done about it, and whether it is gone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form, YesNoField

from ..models import Barrier

LONGEST = 5000
EVERYTHING = _("The whole cycle")
UNNAMED = _("Nobody but the convenor of my group sees my name")
Sort = Barrier.Sort


class BarrierForm(Form):
    """What gets in the way. participants: those to whom one belongs; stages: those that were begun."""

    sort = forms.ChoiceField(label=_("What gets in the way?"), choices=Sort.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What happens?"), max_length=LONGEST, widget=forms.Textarea,
        help_text=_("In your own words. It is about how things are done, so you need not name anybody."),
    )  # fmt: skip
    stage = forms.ModelChoiceField(label=_("Where?"), queryset=None, required=False, empty_label=EVERYTHING)
    participant = forms.ModelChoiceField(label=_("For whom do you say it?"), queryset=None, empty_label=_("Choose"))
    openness = forms.ChoiceField(
        label=_("Who may read it?"), choices=Barrier.READERS, widget=forms.RadioSelect, initial=Barrier.READERS[0][0]
    )
    is_unnamed = forms.BooleanField(label=UNNAMED, required=False)
    option_hints = {
        "sort": {
            Sort.UNANSWERED: _("Like how much money there is."),
            Sort.SILENT: _("It is a strain on those who make the effort."),
            Sort.TICK_BOX: _("It seems that all is settled before."),
            Sort.CULTURE: _("Like what makes life hard: an illness, or how things are built and run."),
            Sort.JARGON: _("Spoken or written."),
            Sort.METHOD: _("It may hurt one of us, and so the group."),
            Sort.SKILL: _("Like how to talk with somebody who is unwell."),
        }
    }
    advises = ("words",)

    def __init__(self, *args, participants, stages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stage"].queryset = stages
        found = list(participants[:2])
        self.only = found[0] if len(found) == 1 else None
        if self.only:
            del self.fields["participant"]
        else:
            self.fields["participant"].queryset = participants

    def clean(self):
        """The one participant is put in where there is no choice."""
        said = super().clean()
        return {**said, "participant": self.only} if self.only else said


class StepForm(Form):
    """What was done about it."""

    words = forms.CharField(
        label=_("What was done about it?"), max_length=LONGEST, widget=forms.Textarea,
        help_text=_("The one who said it reads this, and says whether it is gone."),
    )  # fmt: skip
    advises = ("words",)


class VerdictForm(Form):
    """Whether it is gone, as the one who said it sees it."""

    is_gone = YesNoField(label=_("Is it gone?"), no=_("No, it still gets in the way"))
    words = forms.CharField(
        label=_("In your own words"), max_length=LONGEST, required=False, widget=forms.Textarea,
        help_text=_("If it is not gone, say what is left."),
    )  # fmt: skip


class OwnerForm(Form):
    """Who sees to it from now on. officers: a queryset of Person."""

    owner = forms.ModelChoiceField(label=_("Who sees to it?"), queryset=None, empty_label=_("Choose"))

    def __init__(self, *args, officers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = officers
