"""Writing a draft: the words of the agreement, the terms of each party, and the way around it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form, ModelForm, WholeNumberField, YesNoField

from ..models import Agreement, Override, Party
from ..terms import LEVELS

LONGEST = 2000

HINTS = {
    "purpose": _("One or two sentences. For example: “To find out what people need from meals at home.”"),
    "open_to_change": _("What people's words can still move. For example: “What is on the menu, and when meals come.”"),
    "fixed": _("What cannot move, whatever people say. For example: “The money for this year.”"),
    "fixed_because": _("Give the real reason. For example: “The council set its budget in March, by law.”"),
    "is_not": _("So that nobody expects it. For example: “It is not a vote on closing the service.”"),
    "who_decides": _(
        "A name or a body, and what it will have read. For example: “Cabinet, after reading every answer.”"
    ),
    "decides_on": _("Leave it empty when the day is not known yet. For example: 23 1 2027."),
    "without_users": _(
        "Leave it empty when a users' group is a party. For example: “The court has set the date, and nobody could be "
        "asked in time.” It stands at the top of the stage for everybody to read."
    ),
    "answer_days": _("From the day that somebody says something. For example: 15."),
    "answered_by": _("An officer of this cycle. What people say comes to this officer first."),
    "read_twice": _("Then no answer goes out before another person with a seat in this cycle has read it."),
}
TERM_HINTS = {
    "role": _("In a few words. For example: “Says what it is like to live with the service.”"),
    "may": _("For example: “See every line of the budget. Ask. Propose how to share the money.”"),
    "may_not": _("For example: “Change the total.” It protects people too: “Be named as having set the total.”"),
    "speaks_for": _("For example: “38 people who get meals at home.”"),
    "how_it_knows": _("For example: “It asked them by phone in May.”"),
    "hours_asked": _("For the whole stage. For example: 6."),
    "support": _("For example: “A worker who helps with papers, and a taxi.”"),
    "payment": _("For example: “£10 an hour, bus fares, and the cost of a carer.”"),
}


def long_text(field, hint, required):
    """A box for a long text with the label of its model field, its hint and a count."""
    label = str(field.verbose_name)
    return forms.CharField(
        label=label[:1].upper() + label[1:],
        help_text=hint,
        max_length=LONGEST,
        required=required,
        widget=forms.Textarea,
    )


class WordsForm(ModelForm):
    """The words of a draft, whole or half written. `revision` is the one that the writer started from.

    officers: the people who can see to the answers, as a queryset.
    """

    mark_optional = False
    advises = Agreement.NEEDED
    answer_days = WholeNumberField(
        label=_("Working days until people get an answer"), help_text=HINTS["answer_days"], min_value=1, max_value=120
    )
    answered_by = forms.ModelChoiceField(
        label=_("Who sees to it that people get an answer"), help_text=HINTS["answered_by"], queryset=None,
        required=False, empty_label=_("The lead commissioner"),
    )  # fmt: skip
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    class Meta:
        model = Agreement
        fields = Agreement.TEXT_FIELDS
        help_texts = HINTS

    def __init__(self, *args, officers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answered_by"].queryset = officers
        for name in Agreement.NEEDED:
            self.fields[name] = long_text(Agreement._meta.get_field(name), HINTS[name], required=False)

    @property
    def said(self):
        """The words alone, as `Agreement.write` takes them."""
        return {name: self.cleaned_data[name] for name in Agreement.TEXT_FIELDS}


class PartyForm(ModelForm):
    """The terms of one party. `seen` is the stamp of the terms that the writer started from."""

    level = forms.ChoiceField(
        label=_("Level of influence"),
        help_text=_(
            "How much power this party has over what is decided. Put nobody down as owning it who has not said yes."
        ),
        choices=[(value, str(label).split(":")[0]) for value, label in Party.Level.choices],
        widget=forms.RadioSelect,
    )
    hours_asked = WholeNumberField(
        label=_("Hours asked of each person"), help_text=TERM_HINTS["hours_asked"], max_value=2000, required=False
    )
    must_sign = YesNoField(label=_("Does it have to sign before the stage opens?"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)
    option_hints = {"level": LEVELS}
    advises = ("may", "may_not")
    further = {"level": "involvement/parts/ladders_of_form.html"}

    class Meta:
        model = Party
        fields = Party.TERMS
        help_texts = TERM_HINTS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("may", "may_not"):
            self.fields[name] = long_text(Party._meta.get_field(name), TERM_HINTS[name], required=True)

    @property
    def said(self):
        """The terms alone, as `Agreement.name_party` takes them."""
        return {name: self.cleaned_data[name] for name in Party.TERMS}


class OverrideForm(Form):
    """Why a stage has to open without an agreement."""

    reason = long_text(
        Override._meta.get_field("reason"),
        _("Everybody will read this. For example: “The grant ends on Friday, and the group meets on Monday.”"),
        required=True,
    )
