"""The one form for records of every kind: their own fields, how open they are, and why they are changed."""

import uuid
from decimal import Decimal

from django import forms
from django.db import models
from django.forms import modelform_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.forms import ChosenRowsField, DateField, ModelForm, MoneyField, WholeNumberField
from people.forms.base import boxes_for_dates

from ..models.others import rows_in
from ..openness import Openness
from ..snapshot import in_words, label_of

FEW = 6  # so many answers or fewer are shown as radios
MOST_MONEY = Decimal("99999999999")
LARGEST = {models.PositiveSmallIntegerField: 32_767, models.PositiveIntegerField: 1_000_000_000}

ONLY_WITHHELD = _("Only when you keep it to officers.")
WITHHELD_NEEDS = {
    "withheld_because": _("Say why it is withheld: everybody reads the reason."),
    "review_on": _("Give the day when this is looked at again."),
}


def control_for(column, **kwargs):
    """The form field of a record's field: few choices as radios, money, numbers and dates as ours."""
    if column.many_to_many:
        return column.formfield(form_class=ChosenRowsField, **kwargs)
    if column.name == "review_on":
        label = label_of(column.model, column.name)
        return DateField(label=label, required=False, earliest=timezone.localdate, help_text=ONLY_WITHHELD)
    if isinstance(column, models.DecimalField):
        return column.formfield(form_class=MoneyField, max_value=MOST_MONEY, **kwargs)
    if isinstance(column, models.IntegerField) and not column.choices:
        return column.formfield(form_class=WholeNumberField, max_value=LARGEST[type(column)], **kwargs)
    if column.name == "withheld_because":
        kwargs["help_text"] = ONLY_WITHHELD
    field = boxes_for_dates(column, **kwargs)
    if column.choices and len(column.flatchoices) <= FEW:
        answers = [answer for answer in field.choices if answer[0] != ""]
        field.widget = forms.RadioSelect()
        field.choices = answers
    return field


class RecordForm(ModelForm):
    """What is said of a record; the rules are the model's, told here as sentences."""

    option_hints = {
        "openness": {
            Openness.PUBLIC: _("Also people who are not signed in, once the cycle is open for everyone."),
            Openness.INVOLVED: _("Others see that there is something, and not what."),
            Openness.WITHHELD: _(
                "Others see that there is something, why they may not read it, and when that is looked at again."
            ),
        }
    }

    advises = ("summary",)
    needs_what_is_under = True

    class Meta(ModelForm.Meta):
        formfield_callback = control_for

    def __init__(self, *args, stage, **kwargs):
        super().__init__(*args, **kwargs)
        standings = self._meta.model.STANDINGS_OF
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):  # or several. Whoever sees this form may read every row.
                field.queryset = rows_in(stage.cycle, field.queryset.model)
                if name in standings:
                    field.queryset = field.queryset.filter(standing__in=standings[name])

    @property
    def conditional(self):
        """Under which answers further questions stand: of what is kept to officers, and as the sort of record says."""
        return {"openness": {Openness.WITHHELD: tuple(WITHHELD_NEEDS)}, **self._meta.model.ASKED_UNDER}

    def _leave_out(self, said):
        """What stands under an answer that was not chosen is not said."""
        for name, answers in self._meta.model.ASKED_UNDER.items():
            for answer, asked in answers.items():
                for each in asked if said.get(name) != answer else ():
                    said[each] = None if self._meta.model._meta.get_field(each).null else ""
                    self.errors.pop(each, None)

    def clean(self):
        """What is withheld has a reason and a day; what is not has neither."""
        said = super().clean()
        self._leave_out(said)
        if said.get("openness") != Openness.WITHHELD:
            said["withheld_because"], said["review_on"] = "", None
            self.errors.pop("review_on", None)
            return said
        for name, sentence in WITHHELD_NEEDS.items():
            if not said.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return said

    @property
    def said(self):
        """The cleaned values of the record's own fields, as its verbs take them."""
        return {name: self.cleaned_data[name] for name in self._meta.model.form_fields()}

    def beside(self, current):
        """(label, what is saved now, what was typed) in words for each field in which the two differ."""
        rows = []
        for name in self._meta.model.form_fields():
            field = self._meta.model._meta.get_field(name)
            theirs = in_words(current, name)
            yours = (
                ", ".join(str(each) for each in self.cleaned_data[name])
                if field.many_to_many
                else in_words(self.instance, name)
            )
            if theirs != yours:
                rows.append((label_of(self._meta.model, name), theirs, yours))
        return rows


class NewRecordForm(RecordForm):
    """A record that is added; the token makes a double click one record."""

    token = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)


class ChangedRecordForm(RecordForm):
    """A record that is changed: which version was read, and why it is changed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why do you change it?"),
        help_text=_("Everybody who may read this reads your reason, too."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def take_version(self, version):
        """Keep what was typed and let the next sending be about this version."""
        self.data = self.data.copy()
        self.data["version"] = str(version)


def new_record_form(model, stage, data=None, initial=None):
    """The form that adds a record of this model to this stage. initial: what stands in it at first, by field."""
    made = modelform_factory(model, form=NewRecordForm, fields=model.form_fields())
    return made(data, stage=stage, initial=initial)


def changed_record_form(record, data=None):
    """The form that changes this record."""
    made = modelform_factory(type(record), form=ChangedRecordForm, fields=record.form_fields())
    return made(data, instance=record, initial={"version": record.version}, stage=record.stage)
