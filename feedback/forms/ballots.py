"""Printing paper ballots, and putting in what came back: one after the other, in the order of the paper (R45)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.forms.ballots import BallotForm
from people.forms import Form, WholeNumberField

from ..voices import people_of
from .keying import CodeField

MOST = 100
NOT_THERE = _("There is no ballot of this exercise with this code that you may put in.")
CHOOSE_PARTY = _("Choose an answer for “Which group or body do they belong to?”.")
CHANNELS = (("paper", _("On paper")), ("meeting", _("At a meeting or face to face")), ("phone", _("By phone")))


class PaperBallotsForm(Form):
    """So many paper ballots for a party. parties: a queryset of Participant."""

    participant = forms.ModelChoiceField(label=_("For which group or body?"), queryset=None, empty_label=_("Choose"))
    number = WholeNumberField(
        label=_("How many ballots?"), min_value=1, max_value=MOST, initial=10,
        help_text=_("Up to 100. Each one gets a code of its own, so do not copy a ballot: print as many as you need."),
    )  # fmt: skip

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["participant"].queryset = parties
        if len(parties) == 1:
            self.initial["participant"] = parties[0]


class BallotKeyingForm(BallotForm):
    """A ballot that somebody gave another way; the code of the paper tells the party."""

    code = CodeField(
        label=_("Code at the top of the paper ballot"), required=False,
        help_text=_("It tells the group, and each code counts once. Leave it empty when there is no paper."),
    )  # fmt: skip
    given_by = forms.ModelChoiceField(
        label=_("Whose ballot is it?"), queryset=None, required=False, empty_label=_("Nobody by name"),
        help_text=_("Choose a name only when this person agreed to it. Others never see it."),
    )  # fmt: skip
    channel = forms.ChoiceField(label=_("How was it given?"), choices=CHANNELS, widget=forms.RadioSelect)

    def __init__(self, *args, voices, **kwargs):
        super().__init__(*args, voices=voices, **kwargs)
        self.voices = voices
        self.fields["given_by"].queryset = people_of(list(voices))
        self.fields["is_abstention"].label = _("They do not choose, and want to be counted as there")
        if "participant" in self.fields:
            self.fields["participant"].label = _("Which group or body do they belong to?")
            self.fields["participant"].required = False
        if not self.is_bound:
            self.fields["code"].widget.attrs["autofocus"] = True
        del self.fields["version"]
        self.order_fields(["code", *self.asked, "is_abstention", "given_by", "participant", "channel"])

    def clean(self):
        """The paper of the code fills in the party; without one it is chosen."""
        data = super().clean()
        data["reference"] = code = data.get("code") or ""
        if code:
            sheet = self.exercise.paper_coded(code)
            if sheet is None or not self.voices.filter(pk=sheet.run.participant_id).exists():
                self.add_error("code", NOT_THERE)
            else:
                data["participant"] = sheet.run.participant
        elif not data.get("participant") and "participant" not in self.errors:
            self.add_error("participant", CHOOSE_PARTY)
        return data

    @property
    def first(self):
        """The code, which is asked first."""
        return self["code"]

    @property
    def repeats(self):
        """What most probably is the same for the next one."""
        return [self[name] for name in ("participant", "channel") if name in self.fields]

    @property
    def said(self):
        """What was sent, as `Exercise.put_in` takes it."""
        data = self.cleaned_data
        names = ("participant", "is_abstention", "token", "channel", "given_by", "reference")
        return {"content": self.content, **{name: data[name] for name in names}}
