"""Saying that what is kept back ought to be shown, and replying to that."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.due import tomorrow
from cycle.openness import Level
from people.forms import DateField, Form

from ..challenging import NEEDS_A_DAY, POSSIBLE
from ..models import Challenge

LONGEST = 5000
Outcome = Challenge.Outcome

FOR_EVERYBODY = _("Everybody can read what you write. People outside this cycle do not see your name.")
FOR_THOSE_WHO_KNOW = _("Only those who may read the thing itself read what you write.")
ANSWERS = {
    Level.WITHHELD: {
        Outcome.OPENED: _("Open it to everyone"),
        Outcome.NARROWED: _("Share it with those who take part"),
        Outcome.STAYS: _("It stays withheld"),
    },
    Level.IN_PART: {Outcome.STAYS: _("It stays as it is")},
    Level.INVOLVED: {Outcome.NARROWED: _("It is shared with those who take part now")},
    Level.PUBLIC: {Outcome.OPENED: _("It is open to everyone now")},
}


class ChallengeForm(Form):
    """Why it ought to be shown. participants: those for whom one may speak; with only one there is nothing to choose.

    knew: whether the writer may read the thing itself.
    """

    participant = forms.ModelChoiceField(label=_("For whom do you speak?"), queryset=None, empty_label=_("Choose"))
    words = forms.CharField(
        label=_("Why ought it to be shown?"), max_length=LONGEST, help_text=FOR_EVERYBODY, widget=forms.Textarea
    )

    def __init__(self, *args, participants, knew, **kwargs):
        super().__init__(*args, **kwargs)
        found = list(participants[:2])
        self.only = found[0] if len(found) == 1 else None
        if self.only:
            del self.fields["participant"]
        else:
            self.fields["participant"].queryset = participants
        if knew:
            self.fields["words"].help_text = FOR_THOSE_WHO_KNOW

    def clean(self):
        """The one participant is put in where there is no choice."""
        said = super().clean()
        return {**said, "participant": self.only} if self.only else said


class ReplyForm(Form):
    """What comes of a challenge, why, and when it is looked at again. version: of the record that the officer read."""

    mark_optional = False
    advises = ("words",)
    outcome = forms.ChoiceField(label=_("What comes of it?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Your reply"), max_length=LONGEST, widget=forms.Textarea,
        help_text=_("Everybody reads it. Say why, in plain words, and nothing that has to stay back."),
    )  # fmt: skip
    review_on = DateField(
        label=_("If it stays: when do you look at it again?"), help_text=_("For example, 27 3 2027."),
        required=False, earliest=tomorrow,
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    option_hints = {
        "outcome": {
            Outcome.OPENED: _("From now on, everybody can read all that you see above."),
            Outcome.NARROWED: _("From now on, everybody who takes part in this cycle can read it."),
            Outcome.STAYS: _("You have to give a day on which you look at it again."),
        }
    }

    def __init__(self, *args, level, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [(outcome, ANSWERS[level][outcome]) for outcome in POSSIBLE[level]]
        if level != Level.WITHHELD:
            self.option_hints = {"outcome": {Outcome.STAYS: self.option_hints["outcome"][Outcome.STAYS]}}

    def clean(self):
        """What stays has a day; what is opened or shared has none."""
        said = super().clean()
        if said.get("outcome") != Outcome.STAYS:
            said["review_on"] = None
            self.errors.pop("review_on", None)
        elif not said.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", NEEDS_A_DAY)
        return said
