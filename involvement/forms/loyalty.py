"""Saying for whom a convenor or a host works, whether one trusts them, and asking to be funded directly (R73)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form

from ..models import DirectFunding, Loyalty, Trust
from ..models.loyalty import Provides
from .drafting import long_text

HINTS = {
    "employer": _("Everybody can read “is employed by …”. Leave it empty if nobody employs you for this."),
    "funded_by": _("For example: “The council, by a grant to the network.”"),
    "contract_aims": _("For example: “Four meetings a year, and a report on each.”"),
    "provides_what": _("In a few words. Everybody can read it. For example: “meals at a lunch club”."),
    "interests": _("For example: a relative who uses the service, a post on a board, another job."),
    "loyalty": _("In your own words. For example: “I say what the group says, also when my manager disagrees.”"),
}


def _field(name):
    return Loyalty._meta.get_field(name)


class LoyaltyForm(Form):
    """What a convenor says of their interests; of a host (is_host) it is the same without an employer."""

    employer = forms.CharField(
        label=_("Who employs you?"), max_length=160, required=False, help_text=HINTS["employer"]
    )  # fmt: skip
    funded_by = forms.CharField(
        label=_("Who pays for the work with the group?"), max_length=240, help_text=HINTS["funded_by"]
    )
    contract_aims = long_text(_field("contract_aims"), HINTS["contract_aims"], required=True)
    provides = forms.ChoiceField(
        label=_("Do you, or does who employs you, provide services that are bought here?"),
        choices=Provides.choices,
        widget=forms.RadioSelect,
    )
    provides_what = forms.CharField(
        label=_("If so, what is provided?"), max_length=160, required=False, help_text=HINTS["provides_what"]
    )
    interests = long_text(_field("interests"), HINTS["interests"], required=False)
    loyalty = long_text(_field("loyalty"), HINTS["loyalty"], required=True)

    def __init__(self, *args, is_host=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contract_aims"].label = _("What does the contract or the grant ask for?")
        self.fields["interests"].label = _("Is there anything else that people should know?")
        self.fields["loyalty"].label = _("Whom do you serve when the group wants one thing and who pays you another?")
        if is_host:
            del self.fields["employer"]
            self.fields["funded_by"].label = _("Who pays the host for the work with the group?")
            self.fields["provides"].label = _("Does the host provide services that are bought here?")
            self.fields["provides"].choices = [(Provides.NO, _("No")), (Provides.SELF, _("Yes, it does"))]
            self.fields["loyalty"].label = _("Whom does it serve when the group wants one thing and others another?")
            self.fields["loyalty"].help_text = _("For example: “The group decides what it says. We lend the room.”")
            self.fields["interests"].help_text = _("For example: a seat on a board, or another contract.")

    def clean(self):
        """Who provides says what."""
        said = super().clean()
        if said.get("provides") == Provides.EMPLOYER and not said.get("employer"):
            self.add_error("employer", _("Say who employs you, because you say that they provide."))
        is_told = said.get("provides_what") or "provides_what" in self.errors
        if said.get("provides") in (Provides.EMPLOYER, Provides.SELF) and not is_told:
            self.add_error("provides_what", _("Say what is provided."))
        return said


class TrustForm(Form):
    """Whether a member trusts who works with the group. No words, because words would tell whose they are."""

    answer = forms.ChoiceField(label=_("What do you say?"), choices=Trust.Answer.choices, widget=forms.RadioSelect)


class AskFundingForm(Form):
    """Asking an authority to fund the group itself."""

    authority = forms.ModelChoiceField(label=_("Which authority do you ask?"), queryset=None)
    words = long_text(
        DirectFunding._meta.get_field("words"),
        _("For example: “Our host cooks the meals that we speak about. We want to be free to say what we think.”"),
        required=True,
    )
    ready = long_text(
        DirectFunding._meta.get_field("ready"),
        _("For example: “We have a treasurer, and an account that two of us sign for.”"),
        required=False,
    )

    def __init__(self, *args, authorities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Why does the group ask?")
        self.fields["ready"].label = _("How would the group keep the money?")
        self.fields["authority"].queryset = authorities
        found = list(authorities[:2])
        if len(found) == 1:
            self.fields["authority"].initial = found[0]


class AnswerFundingForm(Form):
    """What the authority answers, with its reason."""

    answer = forms.ChoiceField(
        label=_("What is the answer?"), choices=DirectFunding.Answer.choices, widget=forms.RadioSelect
    )
    because = long_text(
        DirectFunding._meta.get_field("because"),
        _("The group reads this. For example: “Yes, from April. The grant to the network ends then.”"),
        required=True,
    )
