"""Setting what is paid in a cycle, and saying what is paid for one meeting or other work."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.models import Participant
from people.forms import DateField, Form, MoneyField, WholeNumberField

from ..models import Offer, Rates

LONGEST = 2000
EMPLOYED = _(
    "If your employer pays you for this time, you cannot have a fee as well. You can still have your costs. Ask your "
    "employer first."
)
Travel, Meals, Care = Offer.Travel, Offer.Meals, Offer.Care


def text_box(label, **options):
    """A question for a longer text."""
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}), **options)


def amount(label, hint="", most=10_000):
    """A question for an amount that may be left out."""
    return MoneyField(label=label, help_text=hint, required=False, max_value=most)


class RatesForm(Form):
    """What is paid in a cycle from a day on."""

    mark_optional = False
    valid_from = DateField(label=_("From which day?"))
    fee_short = amount(_("Fee for a short meeting"), _("Leave an amount empty when you do not pay it."))
    short_hours = WholeNumberField(
        label=_("Up to how many hours is a meeting short?"), min_value=1, max_value=12, initial=4
    )
    fee_long = amount(_("Fee for a longer meeting"))
    fee_hour = amount(_("Fee for one hour"), _("For when you pay by the hour."))
    fee_reading = amount(_("Fee for reading a paper"))
    fee_preparing = amount(_("Fee for getting ready before a meeting"))
    mile = amount(_("For each mile by car"), _("For example: 0.45."), 100)
    meals_most = amount(_("For a meal, up to"))
    care_hour = amount(_("For one hour of care, up to"))
    pay_within_days = WholeNumberField(
        label=_("Within how many days do you pay?"), min_value=1, max_value=365,
        help_text=_("This is a promise. What is later stands on the first page of the officers."),
    )  # fmt: skip
    adviser = forms.CharField(
        label=_("Who gives free advice on benefits?"), max_length=160,
        help_text=_("Somebody who does not work for you. For example: Citizens Advice."),
    )  # fmt: skip
    adviser_how = forms.CharField(label=_("How do people reach them?"), max_length=240)
    employed = text_box(_("What do you say to people whose employer pays them for this time?"), initial=EMPLOYED)
    source = forms.CharField(
        label=_("Where do these amounts come from?"), max_length=240,
        help_text=_("For example: our payment policy of May 2026."),
    )  # fmt: skip
    reason = text_box(_("Why these amounts?"), help_text=_("Everybody can read this."))


class OfferForm(Form):
    """What is paid for a meeting (session), or for other work in a stage. rates: those that hold now."""

    mark_optional = False
    title = forms.CharField(label=_("For which work?"), max_length=120, help_text=_("For example: reading the draft."))
    held_on = DateField(label=_("On which day, or by which day?"))
    participant = forms.ModelChoiceField(
        label=_("For whom?"), queryset=None, required=False, empty_label=_("Everybody who takes part as a user")
    )
    fee = amount(_("Fee"), _("Leave it empty when no fee is paid."))
    fee_for = forms.CharField(
        label=_("What is the fee for?"), max_length=160, required=False, help_text=_("For example: up to 4 hours.")
    )
    preparing = amount(_("Fee for getting ready"), _("It comes on top of the fee."))
    travel = forms.ChoiceField(label=_("Travel"), choices=Travel.choices, widget=forms.RadioSelect, initial="back")
    travel_how = forms.CharField(
        label=_("How does travel work?"), max_length=240, required=False,
        help_text=_("For example: tell Ola by Monday, and a taxi fetches you."),
    )  # fmt: skip
    meals = forms.ChoiceField(label=_("Food"), choices=Meals.choices, widget=forms.RadioSelect, initial="none")
    meals_most = amount(_("If food is paid back: up to how much?"))
    care = forms.ChoiceField(
        label=_("Care for somebody while they are here"), choices=Care.choices, widget=forms.RadioSelect,
        initial="none",
    )  # fmt: skip
    care_most = amount(_("If care is paid back: up to how much?"))
    more = forms.CharField(label=_("Anything else?"), max_length=240, required=False)

    def __init__(self, *args, cycle, session=None, **kwargs):
        super().__init__(*args, **kwargs)
        users = Participant.Standing.USERS
        if session:
            for name in ("title", "held_on", "participant"):
                del self.fields[name]
        else:
            self.fields["participant"].queryset = cycle.participants.active().filter(standing=users)

    def clean(self):
        """What is paid for getting ready needs a fee; what is not paid back has no amount."""
        data = super().clean()
        if data.get("preparing") and not data.get("fee"):
            self.add_error("fee", _("Give a fee, too. What is paid for getting ready comes on top of it."))
        for name in ("meals", "care"):
            if data.get(name) != "back":
                data[f"{name}_most"] = None
        if not data.get("fee"):
            data["fee"] = None
            data["fee_for"] = ""
        return data


class ChangeOfferForm(OfferForm):
    """Another offer in the place of this one. version: the one that was read."""

    reason = text_box(_("Why do you change it?"), help_text=_("Everybody who takes part can read this."))
    version = WholeNumberField(widget=forms.HiddenInput)

    def __init__(self, *args, offer, **kwargs):
        super().__init__(*args, cycle=offer.stage.cycle, session=True, **kwargs)

    @property
    def said(self):
        """What was typed, by field of the offer."""
        return {name: self.cleaned_data[name] for name in Offer.TERMS}


class EndOfferForm(Form):
    """Why an offer is taken back."""

    reason = text_box(_("Why do you take it back?"), help_text=_("Everybody who takes part can read this."))


def beginning_for(session, rates):
    """What stands in the form of an offer at first: what the rates say for a meeting of this length."""
    fee = rates.fee_for(session.minutes if session else None)
    return {
        "fee": fee,
        "preparing": rates.fee_preparing if fee else None,
        "meals_most": rates.meals_most,
        "care_most": rates.care_hour,
    }


def beginning_of(rates):
    """What stands in the form of new rates at first: those that hold, or nothing."""
    return {name: getattr(rates, name) for name in Rates.TERMS if name != "valid_from"} if rates else {}
