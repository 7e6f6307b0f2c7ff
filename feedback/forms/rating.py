"""Saying how taking part went, from 1 to 10."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form

from ..models.rating import NUMBERS, Question

ENDS = {NUMBERS[0]: _("1: not at all"), NUMBERS[-1]: _("10: very much")}


class RatingForm(Form):
    """A number for each question; only the first is needed. No words, because words would tell whose they are."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", _("Choose a number")), *((number, ENDS.get(number, number)) for number in NUMBERS)]
        for each in Question:
            self.fields[each.value] = forms.TypedChoiceField(
                label=each.label, choices=choices, coerce=int, empty_value=None,
                required=each == Question.MATTERED,
            )  # fmt: skip

    @property
    def numbers(self):
        """Question -> number, of those that are answered."""
        return {each: number for each in Question if (number := self.cleaned_data.get(each.value)) is not None}
