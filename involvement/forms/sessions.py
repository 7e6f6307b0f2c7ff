"""Planning a meeting, and writing down how it went."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.models import Participant
from cycle.snapshot import label_of
from people.forms import DateField, Form, WholeNumberField

from ..models import Session
from .drafting import long_text

HINTS = {
    "before": _("What people should read or think about first. It is printed on the page that they get."),
    "questions": _("One on each line. They are printed on the page that people get."),
    "notes": _("In a few words. What people said is put in one by one, so that each gets an answer."),
    "went_well": _("For example: everybody had time to speak."),
    "went_badly": _("For example: two people could not hear."),
    "otherwise": _("For example: a smaller room, and a break after half an hour."),
}


def _text(name):
    return long_text(Session._meta.get_field(name), HINTS[name], required=False)


class PlanForm(Form):
    """A meeting before it is held. keeps: a queryset of the parties that one may choose; everybody: whether all may."""

    participant = forms.ModelChoiceField(
        label=_("Whose meeting is it?"), queryset=None, required=False, empty_label=_("Everybody who takes part")
    )
    title = forms.CharField(label=_("What is it called?"), max_length=120)
    held_on = DateField(label=_("On which day?"))
    where = forms.CharField(
        label=_("Where, or how?"), max_length=240, help_text=_("For example: in the chapel hall at 2pm, or by phone.")
    )
    before = _text("before")
    questions = _text("questions")
    openness = forms.ChoiceField(
        label=_("Who may read it?"), choices=Session.READERS, widget=forms.RadioSelect, initial="involved"
    )

    def __init__(self, *args, keeps, everybody, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["participant"].queryset = keeps
        if not everybody:
            self.fields["participant"].required = True
            self.fields["participant"].empty_label = _("Choose")
            self.fields["participant"].initial = keeps.first()


class WriteForm(Form):
    """A meeting as it stands, before and after. version: the one that was read."""

    title = forms.CharField(label=_("What is it called?"), max_length=120)
    held_on = DateField(label=_("On which day?"))
    where = forms.CharField(label=_("Where, or how?"), max_length=240)
    before = _text("before")
    questions = _text("questions")
    notes = _text("notes")
    went_well = _text("went_well")
    went_badly = _text("went_badly")
    otherwise = _text("otherwise")
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
