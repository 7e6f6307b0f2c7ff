"""Planning a meeting, and writing down how it went."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.models import Participant
from cycle.snapshot import label_of
from people.forms import ClockField, DateField, Form, WholeNumberField

from ..fitting import HINTS as FITTING
from ..models import Session
from .drafting import long_text

LONGEST_MEETING = 60 * 24  # minutes
HINTS = {
    "purpose": _("In one or two sentences. For example: “To hear which meals people leave on the plate, and why.”"),
    "join": _("For example: the bus that stops there, the door without a step, or the number to ring."),
    "before": _("What people should read or think about first. It is printed on the page that they get."),
    "questions": _("One on each line. They are printed on the page that people get."),
    "notes": _("In a few words. What people said is put in one by one, so that each gets an answer."),
}


NUMBER = {"inputmode": "numeric", "class": "govuk-input--width-4", "autocomplete": "off"}


def _text(name):
    return long_text(Session._meta.get_field(name), HINTS[name], required=False)


class OfPlan(Form):
    """What planning a meeting and writing about it have in common: the questions about what is to come."""

    title = forms.CharField(label=_("What is it called?"), max_length=120)
    aim = forms.ChoiceField(
        label=_("What is to happen at it?"), choices=Session.Aim.choices, required=False, widget=forms.RadioSelect
    )
    purpose = _text("purpose")
    format = forms.ChoiceField(
        label=_("How do people meet?"), choices=Session.Format.choices, required=False, widget=forms.RadioSelect
    )
    held_on = DateField(label=_("On which day?"))
    begins = ClockField(label=_("When does it begin?"), required=False, help_text=_("For example: 14:30 or 2:30pm."))
    minutes = WholeNumberField(
        label=_("How long does it take?"), required=False, min_value=5, max_value=LONGEST_MEETING,
        help_text=_("In minutes. For example: 90."), widget=forms.TextInput(attrs=NUMBER),
    )  # fmt: skip
    where = forms.CharField(
        label=_("Where, or how?"), max_length=240, help_text=_("For example: in the chapel hall, or by phone.")
    )
    join = _text("join")
    before = _text("before")
    questions = _text("questions")
    option_hints = {"format": FITTING}


class PlanForm(OfPlan):
    """A meeting before it is held. keeps: a queryset of the parties that one may choose; everybody: whether all may."""

    participant = forms.ModelChoiceField(
        label=_("Whose meeting is it?"), queryset=None, required=False, empty_label=_("Everybody who takes part")
    )
    openness = forms.ChoiceField(
        label=_("Who may read it?"), choices=Session.READERS, widget=forms.RadioSelect, initial="involved"
    )
    field_order = ("participant",)

    def __init__(self, *args, keeps, everybody, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["purpose"].required = True
        self.fields["participant"].queryset = keeps
        if not everybody:
            self.fields["participant"].required = True
            self.fields["participant"].empty_label = _("Choose")
            self.fields["participant"].initial = keeps.first()


class WriteForm(OfPlan):
    """A meeting as it stands, before and after. version: the one that was read."""

    notes = _text("notes")
    openness = forms.ChoiceField(label=_("Who may read it?"), choices=Session.READERS, widget=forms.RadioSelect)
    version = WholeNumberField(widget=forms.HiddenInput)

    mark_optional = False

    @property
    def said(self):
        """What was typed, by field of the meeting."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def beside(self, current):
        """(label, what is saved now, what was typed) of each field that differs; the form goes on from there."""
        rows = [
            (label_of(Session, name), getattr(current, name), value)
            for name, value in self.said.items()
            if getattr(current, name) != value
        ]
        self.data = self.data.copy()
        self.data["version"] = current.version
        return rows


def parties_of(cycle, person):
    """The parties whose meetings this person keeps: all for an officer."""
    standing = cycle.standing_of(person)
    found = Participant.objects.active().filter(cycle=cycle)
    return found if standing.runs else found.filter(pk__in=standing.keeps)
