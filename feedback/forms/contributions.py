"""The forms for what people say: to say it oneself, to put it in for somebody else."""

import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle.openness import Openness
from people.forms import DateField, Form, WholeNumberField, YesNoField

from ..models import Contribution
from ..voices import people_of

CHANNELS = [choice for choice in Contribution.Channel.choices if choice[0] != Contribution.Channel.ONLINE]
VOICES_OF_OTHERS = [
    (Contribution.Voice.OWN, _("Their own")),
    (Contribution.Voice.MANDATE, _("Their group's, which asked them to say it")),
    (Contribution.Voice.WIDER, _("Many people's, whom they asked")),
]
LONGEST = 5000
CONSENT = _("Ask them first. Nothing is put in without their consent.")


class ContributionForm(Form):
    """What somebody says, in their own voice or in the voice of others.

    participants: a queryset of those for whom one may speak; with only one there is nothing to choose.
    """

    sort = forms.ChoiceField(label=_("What is it?"), choices=Contribution.Sort.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What do you want to say?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 7})
    )
    participant = forms.ModelChoiceField(label=_("For whom do you speak?"), queryset=None, empty_label=_("Choose"))
    voice = forms.ChoiceField(
        label=_("Whose view is it?"), choices=Contribution.Voice.choices, widget=forms.RadioSelect,
        initial=Contribution.Voice.OWN,
    )  # fmt: skip
    gathered = forms.ChoiceField(
        label=_("How did you find out what they think?"), choices=Contribution.Gathered.choices, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    how_known = forms.CharField(
        label=_("How do you know what they think?"), max_length=240, required=False,
        help_text=_("In a few words. For example: we asked everybody at our meeting in the church hall."),
    )  # fmt: skip
    gathered_on = DateField(
        label=_("When were they asked?"), latest=timezone.localdate, required=False,
        help_text=_("The last day, if it took longer."),
    )  # fmt: skip
    how_many = WholeNumberField(label=_("How many people were asked?"), required=False, max_value=1_000_000)
    how_many_answered = WholeNumberField(label=_("How many of them answered?"), required=False, max_value=1_000_000)
    dissent = forms.CharField(
        label=_("Did some of them think something else?"), max_length=LONGEST, required=False, widget=forms.Textarea,
        help_text=_("Say what they think. It counts too."),
    )  # fmt: skip
    limits = forms.CharField(
        label=_("Whom could you not ask?"), max_length=LONGEST, required=False, widget=forms.Textarea,
        help_text=_("Say who is missing, and what this does not show. Nobody can ask everyone."),
    )  # fmt: skip
    openness = forms.ChoiceField(
        label=_("Who may read it?"), choices=Contribution.READERS, widget=forms.RadioSelect, initial=Openness.PUBLIC
    )
    is_unnamed = forms.BooleanField(
        label=_("Do not show my name"), required=False,
        help_text=_("Only your group's convenor still sees it. Everybody else reads “Somebody from” your group."),
    )  # fmt: skip
    about = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    ALONE = ("sort", "text", "participant", "voice")
    TOGETHER = ("gathered", "how_known", "gathered_on", "how_many", "how_many_answered", "dissent", "limits")
    READ_BY = ("openness", "is_unnamed")

    option_hints = {
        "openness": {
            Openness.PUBLIC: _("Anybody in the world can read your words. Your name is not shown to them."),
            Openness.INVOLVED: _("The groups, the officers and those who decide read your words. Others do not."),
            Openness.WITHHELD: _("Choose this when it could harm you if others knew. Your group cannot read it."),
        },
        "voice": {
            Contribution.Voice.MANDATE: _("Your group has talked about it and wants you to say it."),
            Contribution.Voice.WIDER: _("You asked people beyond your group."),
        },
    }

    def __init__(self, *args, participants, **kwargs):
        super().__init__(*args, **kwargs)
        found = list(participants[:2])
        self.only = found[0] if len(found) == 1 else None
        if self.only:
            del self.fields["participant"]
        else:
            self.fields["participant"].queryset = participants

    def clean(self):
        """Whoever speaks for others says how they know; the one participant is put in where there is no choice."""
        data = super().clean()
        if self.only:
            data["participant"] = self.only
        if data.get("voice", "own") == Contribution.Voice.OWN:
            return self._of_one(data)
        if not data.get("how_known") and "how_known" not in self.errors:
            self.add_error("how_known", _("Say how you know what the others think."))
        asked, answered = data.get("how_many"), data.get("how_many_answered")
        if asked is not None and answered is not None and answered > asked:
            self.add_error("how_many_answered", _("No more people can have answered than were asked."))
        return data

    def _of_one(self, data):
        """Nobody was asked for a view of one's own: those answers are left aside, and so are their faults."""
        empty = {"gathered_on": None, "how_many": None, "how_many_answered": None}
        for name in self.TOGETHER:
            self.errors.pop(name, None)
            data[name] = empty.get(name, "")
        return data

    @property
    def parts(self):
        """The questions in the three parts of the page: what is said, how it was gathered, who reads it."""
        self["how_known"].label = self.fields["how_known"].label  # who speaks for others cannot leave it out
        named = {"alone": self.ALONE, "together": self.TOGETHER, "read_by": self.READ_BY}
        return {part: [self[name] for name in names if name in self.fields] for part, names in named.items()}


class ForOthersForm(ContributionForm):
    """What somebody said on paper, by phone or face to face, put in by a convenor or an officer."""

    channel = forms.ChoiceField(label=_("How was it said?"), choices=CHANNELS, widget=forms.RadioSelect)
    given_on = DateField(
        label=_("When was it said?"), latest=timezone.localdate, initial=timezone.localdate,
        help_text=_("The time for an answer is counted from this day."),
    )  # fmt: skip
    given_by = forms.ModelChoiceField(
        label=_("Whose words are they?"), queryset=None, required=False, empty_label=_("Nobody by name"),
        help_text=_("Choose a name only when this person agreed to it."),
    )  # fmt: skip
    helper = forms.CharField(
        label=_("Who helped to say or write it?"), max_length=160, required=False,
        help_text=_("For example: her daughter. Leave it empty when nobody did."),
    )  # fmt: skip
    read_back = YesNoField(label=_("Did somebody read it back to them?"), required=False)
    consent = forms.BooleanField(label=_("They agreed that this is put in"), required=False)

    option_hints = {"openness": ContributionForm.option_hints["openness"]}
    ALONE = ("channel", "given_on", "participant", "given_by", "sort", "text", "voice")
    READ_BY = (*ContributionForm.READ_BY, "helper", "read_back", "consent")
    field_order = ALONE

    def __init__(self, *args, participants, **kwargs):
        super().__init__(*args, participants=participants, **kwargs)
        self.fields["given_by"].queryset = people_of(list(participants))
        if "participant" in self.fields:
            self.fields["participant"].label = _("Which group or body do they belong to?")
        self.fields["voice"].choices = VOICES_OF_OTHERS
        self.fields["text"].label = _("What did they say?")
        self.fields["text"].help_text = _("Use their own words.")
        self.fields["is_unnamed"].label = _("Do not show their name")
        self.fields["is_unnamed"].help_text = _("Only the group's convenor still sees it.")

    def clean(self):
        """A name goes only with the group that this person belongs to."""
        data = super().clean()
        giver, participant = data.get("given_by"), data.get("participant")
        if giver and participant and not people_of([participant]).filter(pk=giver.pk).exists():
            self.add_error("given_by", _("This person does not belong to the group that you chose."))
        if not data.get("consent"):
            self.add_error("consent", CONSENT)
        return data
