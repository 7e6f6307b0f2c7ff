"""Whom a stage wants to hear, how they were looked for, and how those who are there were found."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle.models import Participant
from cycle.snapshot import label_of
from involvement.models import HowFound, Target
from involvement.models.target import parties_of
from people.forms import ChosenRowsField, DateField, Form, MoneyField, WholeNumberField

MOST_WANTED = 30_000


def _words(label, **more):
    return forms.CharField(label=label, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), **more)


def _parties(stage):
    return ChosenRowsField(
        label=_("Who among those who take part speaks for them?"),
        queryset=Participant.objects.active().filter(cycle=stage.cycle),
        required=False,
        help_text=_("We count who of these came or gave something. Leave it empty while nobody is here."),
    )


class TargetForm(Form):
    """Some people whom a stage wants to hear."""

    sort = forms.ChoiceField(label=_("What sort of people?"), choices=Target.Sort.choices, widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("Who are they?"), max_length=160, help_text=_("For example: people who stopped getting meals.")
    )
    how_many = WholeNumberField(label=_("How many of them at least?"), min_value=1, max_value=MOST_WANTED)
    why = _words(_("Why are they needed here?"))
    proposed_by = forms.ModelChoiceField(label=_("Who puts this forward?"), queryset=None, required=False)
    advises = ("why",)

    def __init__(self, *args, stage, person, **kwargs):
        super().__init__(*args, **kwargs)
        chosen = self.fields["proposed_by"]
        chosen.queryset = parties_of(stage.cycle, person)
        chosen.empty_label = str(stage.cycle.authority)
        if not stage.cycle.standing_of(person).runs:
            chosen.required, chosen.empty_label = True, _("Choose")
            chosen.initial = chosen.queryset.first()
        self.fields["parties"] = _parties(stage)


class PartiesForm(Form):
    """Who among those who take part speaks for them."""

    def __init__(self, *args, stage, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parties"] = _parties(stage)


class AgreeForm(Form):
    """For which group or body somebody agrees."""

    participant = forms.ModelChoiceField(label=_("For whom do you agree?"), queryset=None, empty_label=None)

    def __init__(self, *args, stage, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["participant"].queryset = parties_of(stage.cycle, person)


class OutreachForm(Form):
    """One try to reach them."""

    how = forms.CharField(
        label=_("How did you look for them?"), max_length=240,
        help_text=_("For example: a stall at the market. Name no person here."),
    )  # fmt: skip
    tried_on = DateField(label=_("On which day?"), latest=timezone.localdate)
    reached = WholeNumberField(label=_("How many of them did it reach?"), max_value=1_000_000)
    learnt = _words(_("What did you learn from it?"), required=False, help_text=_("Name no person here."))
    cost = MoneyField(label=_("What did it cost?"), required=False)

    def clean_learnt(self):
        """Nothing that was written is no words."""
        return self.cleaned_data["learnt"] or ""


class EndForm(Form):
    """Why nobody looks for them any more."""

    because = _words(_("Why does nobody look for them any more?"), help_text=_("Everybody reads this."))


class HowFoundForm(Form):
    """How the people of a round were found. version: the one that was read."""

    invited = WholeNumberField(label=_("How many did the authority invite?"), required=False, max_value=1_000_000)
    by_group = WholeNumberField(label=_("How many did their group ask?"), required=False, max_value=1_000_000)
    by_themselves = WholeNumberField(label=_("How many came by themselves?"), required=False, max_value=1_000_000)
    words = _words(
        _("Who is not here because of how people were found?"),
        help_text=_("For example: those who work in the day, or have no internet. Everybody reads this."),
    )
    version = WholeNumberField(widget=forms.HiddenInput)

    @property
    def said(self):
        """What was typed, by field."""
        return {name: self.cleaned_data[name] for name in HowFound.SAID}

    def beside(self, current):
        """(label, what is saved now, what was typed) of each field that differs; the form goes on from there."""
        rows = [
            (label_of(HowFound, name), getattr(current, name), value)
            for name, value in self.said.items()
            if getattr(current, name) != value
        ]
        self.data = self.data.copy()
        self.data["version"] = current.version
        return rows
