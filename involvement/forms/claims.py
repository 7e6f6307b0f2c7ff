"""Answering an offer, claiming, and what is done with a claim."""

from decimal import ROUND_HALF_UP, Decimal

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.files import checked
from people.forms import DateField, Form, TicksField, WholeNumberField
from people.refusal import Refused

from ..models import ClaimLine, OfferAnswer, Receipt
from ..models.claim_parts import ONLY_PICTURES
from .rates import amount, text_box

Says, Sort = OfferAnswer.Says, ClaimLine.Sort
READ = _("I have read the note on benefits")
READ_FIRST = _("Read the note on benefits, and tick the box.")
PENNY = Decimal("0.01")


class PersonChoice(forms.ModelChoiceField):
    """One of some people, by name."""

    def label_from_instance(self, person):
        """The person's name."""
        return person.name


class ForSomebody(Form):
    """A form that a convenor or an officer may fill in for somebody. people: for whom, or None for the reader's own."""

    mark_optional = False
    person = PersonChoice(label=_("For whom?"), queryset=None, empty_label=_("Choose"))

    def __init__(self, *args, people=None, **kwargs):
        super().__init__(*args, **kwargs)
        if people is None:
            del self.fields["person"]
        else:
            self.fields["person"].queryset = people


class OfferAnswerForm(ForSomebody):
    """What somebody takes of an offer."""

    says = forms.ChoiceField(label=_("What do you take?"), choices=Says.choices, widget=forms.RadioSelect)
    has_read = forms.BooleanField(label=READ, required=False)

    def __init__(self, *args, offer, people=None, **kwargs):
        super().__init__(*args, people=people, **kwargs)
        if people is not None:
            self.fields["says"].label = _("What do they take?")
            self.fields["has_read"].label = _("They have read the note on benefits, or it was read to them")
        if not offer.fee:
            self.fields["says"].choices = [each for each in Says.choices if each[0] != Says.FEE]
            del self.fields["has_read"]

    def clean(self):
        """No fee is taken before the note is read."""
        data = super().clean()
        if data.get("says") == Says.FEE and not data.get("has_read"):
            self.add_error("has_read", READ_FIRST)
        return data


class ReceiptForm(Form):
    """A receipt: a photo by the phone, or a file."""

    mark_optional = False
    receipt = forms.FileField(
        label=_("A receipt"), required=False,
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.pdf", "capture": "environment"}),
        help_text=_("Take a photo of it, or choose a photo or a PDF. You can add more later."),
    )  # fmt: skip

    def clean_receipt(self):
        """The file as it may be kept, a `Checked`; None when none was chosen."""
        sent = self.cleaned_data["receipt"]
        if not sent:
            return None
        try:
            found = checked(sent)
        except Refused as refused:
            raise forms.ValidationError(str(refused.sentence)) from refused
        if found.ending not in Receipt.TYPES:
            raise forms.ValidationError(str(ONLY_PICTURES))
        return found


class CostsForm(ForSomebody):
    """What somebody claims for an offer: what is offered, each with an amount."""

    FEE = (("yes", _("Yes, I take the fee")), ("no", _("No, only my costs")))
    takes_fee = forms.ChoiceField(label=_("Do you take the fee?"), choices=FEE, widget=forms.RadioSelect)
    has_read = forms.BooleanField(label=READ, required=False)
    travel = amount(_("Bus, train or taxi"))
    travel_words = forms.CharField(
        label=_("From where to where?"), max_length=240, required=False, help_text=_("For example: bus 4, both ways.")
    )
    miles = forms.DecimalField(
        label=_("Miles by car"), required=False, min_value=0, max_value=2000, max_digits=5, decimal_places=1,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-5"}),
        help_text=_("There and back. For example: 12."),
    )  # fmt: skip
    meals = amount(_("Food"))
    care = amount(_("Care for somebody while you were here"))
    other = amount(_("Something else"))
    other_words = forms.CharField(label=_("What was it?"), max_length=240, required=False)

    def __init__(self, *args, offer, fee=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer, self.fee = offer, offer.whole_fee if fee is None else fee
        gone = [] if offer.fee else ["takes_fee", "has_read"]
        gone += ["travel", "travel_words"] if offer.travel == "none" else []
        gone += ["miles"] if offer.travel == "none" or not offer.rates.mile else []
        gone += [name for name in ("meals", "care") if getattr(offer, name) != "back"]
        for name in gone:
            del self.fields[name]

    def clean(self):
        """The fee after the note; words for something else."""
        data = super().clean()
        if data.get("takes_fee") == "yes" and not data.get("has_read"):
            self.add_error("has_read", READ_FIRST)
        if data.get("other") and not data.get("other_words"):
            self.add_error("other_words", _("Say what it was."))
        return data

    @property
    def takes_fee_now(self):
        """Whether the fee is taken."""
        return self.cleaned_data.get("takes_fee") == "yes"

    @property
    def costs(self):
        """What was typed: Sort -> {amount, miles, words}, without what is nothing."""
        data, found = self.cleaned_data, {}
        for sort in (Sort.TRAVEL, Sort.MEALS, Sort.CARE, Sort.OTHER):
            if data.get(sort.value):
                found[sort] = {"amount": data[sort.value], "words": data.get(f"{sort.value}_words", "")}
        if miles := data.get("miles"):
            pounds = (miles * self.offer.rates.mile).quantize(PENNY, ROUND_HALF_UP)
            found[Sort.MILES] = {"amount": pounds, "miles": miles}
        return found


class ClaimForm(CostsForm, ReceiptForm):
    """A new claim, with a receipt."""

    is_shown = forms.BooleanField(label=_("My convenor may see this claim"), required=False)
    given_on = DateField(
        label=_("When did they give it to you?"), latest=timezone.localdate, initial=timezone.localdate,
        help_text=_("The days until it is paid count from then."),
    )  # fmt: skip
    field_order = (
        "person", "given_on", "takes_fee", "has_read", "travel", "travel_words", "miles", "meals", "care", "other",
        "other_words", "receipt", "is_shown",
    )  # fmt: skip

    def __init__(self, *args, people=None, **kwargs):
        super().__init__(*args, people=people, **kwargs)
        if people is None:
            del self.fields["given_on"]
        else:
            del self.fields["is_shown"]
            if "takes_fee" in self.fields:
                self.fields["takes_fee"].label = _("Do they take the fee?")
                self.fields["takes_fee"].choices = [("yes", _("Yes")), ("no", _("No, only their costs"))]
                self.fields["has_read"].label = _("They have read the note on benefits, or it was read to them")


class CorrectClaimForm(CostsForm):
    """A claim put right. version: the one that was read."""

    words = text_box(_("Is there something to say with it?"), required=False)
    version = WholeNumberField(widget=forms.HiddenInput)

    @classmethod
    def initial_of(cls, claim):
        """What stands in the form at first."""
        begun = {"version": claim.version, "takes_fee": "no"}
        for line in claim.lines.all():
            if line.sort == Sort.FEE:
                begun |= {"takes_fee": "yes", "has_read": True}
            elif line.sort == Sort.MILES:
                begun["miles"] = line.miles
            else:
                begun |= {line.sort: line.amount, f"{line.sort}_words": line.words}
        return begun


class QuestionForm(Form):
    """A question about a claim."""

    words = text_box(_("What do you ask?"), help_text=_("The one who claims it reads this, and puts the claim right."))


class DecisionForm(Form):
    """What of a claim is paid, line by line."""

    mark_optional = False

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            label = _("%(what)s: pay how much of £%(amount)s?") % {"what": line, "amount": f"{line.amount:,.2f}"}
            field = amount(label)
            field.initial, field.max_value = line.amount, line.amount
            self.fields[f"line_{line.pk}"] = field
        self.fields["words"] = text_box(
            _("If it is less than was claimed: why?"), required=False,
            help_text=_("The one who claims it reads this. Put 0 to refuse something."),
        )  # fmt: skip

    @property
    def approved(self):
        """Line id -> pounds."""
        return {line.pk: self.cleaned_data[f"line_{line.pk}"] or Decimal(0) for line in self.lines}


class ObjectionForm(Form):
    """Why a decision about a claim is not right."""

    words = text_box(
        _("What is not right about it?"), help_text=_("You can say this once. An officer looks at it again.")
    )


class PaidForm(Form):
    """Which claims were paid, on which day and how. claims: those that are to be paid."""

    claims = TicksField(label=_("Which are paid?"), widget=forms.CheckboxSelectMultiple, coerce=int)
    paid_on = DateField(label=_("On which day?"), latest=timezone.localdate, initial=timezone.localdate)
    paid_how = forms.CharField(
        label=_("How?"), max_length=120, help_text=_("For example: into the bank account, with the June pay.")
    )

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["claims"].choices = choices
