"""The plan for training, one training, who comes, a wish and its answer, and the champion."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import DateField, Form, TicksField, WholeNumberField

from ..models import Training
from .claims import PersonChoice
from .rates import amount, text_box

A_MILLION = 1_000_000


class PlanForm(Form):
    """What people need to learn, and the money for it. version: the one that was read, 0 for none."""

    for_users = text_box(_("What do users need to learn?"), required=False)
    for_commissioners = text_box(_("What do commissioners need to learn?"), required=False)
    budget = amount(_("How much money is there for training?"), most=A_MILLION)
    version = WholeNumberField(widget=forms.HiddenInput)
    mark_optional = False


class TrainingForm(Form):
    """One training."""

    mark_optional = False
    title = forms.CharField(label=_("What is it called?"), max_length=120)
    about = text_box(_("What do people learn?"))
    audience = forms.ChoiceField(
        label=_("For whom is it?"), choices=Training.Audience.choices, widget=forms.RadioSelect
    )
    by_whom = forms.CharField(
        label=_("Who gives it?"), max_length=160, help_text=_("For example: people who use services themselves.")
    )
    held_on = DateField(label=_("On which day?"), required=False, help_text=_("Leave it empty when it is not fixed."))
    where = forms.CharField(label=_("Where, or how?"), max_length=240, required=False)
    cost = amount(_("What may it cost?"), most=A_MILLION)


class ChangeTrainingForm(TrainingForm):
    """A training as it stands, and what it has cost. version: the one that was read."""

    spent = amount(_("What has it cost?"), _("Leave it empty until you know."), A_MILLION)
    version = WholeNumberField(widget=forms.HiddenInput)

    @property
    def said(self):
        """What was typed, by field of the training."""
        return {name: self.cleaned_data[name] for name in Training.WRITTEN}


class PlaceForm(Form):
    """Whose name is put down."""

    person = PersonChoice(label=_("Whose name do you put down?"), queryset=None, empty_label=_("Choose"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people


class CameForm(Form):
    """Who came. places: a list of TrainingPlace."""

    came = TicksField(label=_("Who took part?"), widget=forms.CheckboxSelectMultiple, coerce=int, required=False)

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["came"].choices = [(place.pk, place.person.name) for place in places]
        self.fields["came"].initial = [place.pk for place in places if place.came]


class WishForm(Form):
    """What somebody would like to learn."""

    words = text_box(_("What would you like to learn?"), help_text=_("You and the officers of this cycle read this."))


class WishAnswerForm(Form):
    """The answer to a wish. trainings: those that may have come of it."""

    answer = text_box(_("Your answer"), help_text=_("Only the one who asked reads this."))
    training = forms.ModelChoiceField(
        label=_("Is there a training for it?"), queryset=None, required=False, empty_label=_("No")
    )

    def __init__(self, *args, trainings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["training"].queryset = trainings


class ChampionForm(Form):
    """Who speaks up for the involvement of users, and what they promise."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("Ask them first. Everybody can read this."))
    post = forms.CharField(
        label=_("Post in the authority"), max_length=160, help_text=_("For example: director of adult services.")
    )
    promise = text_box(_("What do they promise to do?"), help_text=_("In their own words: “I promise that …”"))


class WhyForm(Form):
    """A reason that everybody can read."""

    reason = text_box(_("Why?"), help_text=_("Everybody can read this."))
