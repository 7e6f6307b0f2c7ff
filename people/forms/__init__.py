"""Forms: what every form of ours stands on, and the fields that are not Django's own."""

from .base import Form, ModelForm
from .dates import ClockField, DateField, DateTimeField
from .fields import ChosenRowsField, MoneyField, TicksField, WholeNumberField, YesNoField

__all__ = [
    "ChosenRowsField",
    "ClockField",
    "DateField",
    "DateTimeField",
    "Form",
    "ModelForm",
    "MoneyField",
    "TicksField",
    "WholeNumberField",
    "YesNoField",
]
