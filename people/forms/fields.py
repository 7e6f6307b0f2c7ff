"""Fields for money, whole numbers, yes or no, rows to choose among, and what was ticked."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

A_BILLION = Decimal("1000000000")
AMOUNT = re.compile(r"(-?)([0-9]+)(\.[0-9]{1,2})?")
PARTS_OF_PENCE = re.compile(r"-?[0-9]+\.[0-9]*")
YES, NO = _("Yes"), _("No")
THOUSANDS = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?")


class MoneyField(forms.DecimalField):
    """An amount in pounds, as people write it: 1200, 1,200.50, £1,200.50. Decimal with two places.

    min_value is 0 and max_value a thousand million unless they are given.
    """

    prefix = "£"
    default_error_messages = {
        "invalid": _("Enter an amount in pounds, like 1,200 or 1,200.50."),
        "pence": _("Give pence as two numbers after the point, like 1,200.50."),
        "max_value": _("Enter an amount of no more than £%(limit_value)s."),
        "min_value": _("Enter an amount of £%(limit_value)s or more."),
    }

    def __init__(self, *, min_value=Decimal(0), max_value=A_BILLION, **kwargs):
        kwargs.setdefault("decimal_places", 2)
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-10"}))
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)

    def to_python(self, value):
        """The Decimal that was written, None when the box is empty. Raises ValidationError with a sentence."""
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal | int | float):
            value = format(Decimal(str(value)), "f")
        text = re.sub(r"[\s£]", "", str(value)).replace("−", "-")
        if not text:
            return None
        if "," in text:
            if not THOUSANDS.fullmatch(text):
                raise ValidationError(self.error_messages["invalid"], code="invalid")
            text = text.replace(",", "")
        if not (match := AMOUNT.fullmatch(text)):
            code = "pence" if PARTS_OF_PENCE.fullmatch(text) else "invalid"
            raise ValidationError(self.error_messages[code], code=code)
        if len(match[2].lstrip("0")) > 15:
            raise self._out_of_range(match[1])
        return Decimal(text)

    def _out_of_range(self, sign):
        code, limit = ("min_value", self.min_value) if sign else ("max_value", self.max_value)
        if limit is None:
            return ValidationError(self.error_messages["invalid"], code="invalid")
        return ValidationError(self.error_messages[code], code=code, params={"limit_value": _pounds(limit)})

    def validate(self, value):
        """Only what is required: to_python has seen to the number."""
        forms.Field.validate(self, value)

    def run_validators(self, value):
        """The limits, said with the pound sign and commas."""
        if value in self.empty_values:
            return
        if self.max_value is not None and value > self.max_value:
            raise self._out_of_range("")
        if self.min_value is not None and value < self.min_value:
            raise self._out_of_range("-")
        super().run_validators(value)

    def prepare_value(self, value):
        """A Decimal is shown with commas and pence; what was typed is shown as it was typed."""
        return _pounds(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else value

    def widget_attrs(self, widget):
        """No attribute by which a browser would refuse an amount by itself."""
        return {}


class WholeNumberField(forms.IntegerField):
    """A whole number from 0 to a thousand million, unless other limits are given. It takes 1,200 too."""

    default_error_messages = {
        "invalid": _("Enter a whole number, like 12."),
    }

    def __init__(self, *, min_value=0, max_value=int(A_BILLION), **kwargs):
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)

    def to_python(self, value):
        """The int that was written, None when the box is empty. Raises ValidationError with a sentence."""
        if isinstance(value, str):
            value = value.strip()
            if THOUSANDS.fullmatch(value):
                value = value.replace(",", "")
            if value and not re.fullmatch(r"[+-]?[0-9]{1,40}", value):
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class YesNoField(forms.TypedChoiceField):
    """A question with two radios; True or False, None when it is left open."""

    def __init__(self, *, yes=YES, no=NO, **kwargs):
        kwargs.setdefault("widget", forms.RadioSelect)
        super().__init__(choices=[("yes", yes), ("no", no)], coerce=lambda value: value == "yes", **kwargs)
        self.empty_value = None

    def prepare_value(self, value):
        """True and False as the answers' names."""
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


def _pounds(amount) -> str:
    amount = Decimal(amount)
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


class ChosenRowsField(forms.ModelMultipleChoiceField):
    """Some rows of a short list; a value that is none of them is refused before the database has to read it."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value):
        """The chosen rows. Raises ValidationError."""
        offered = {str(key) for key in self.queryset.values_list("pk", flat=True)}
        for chosen in value or ():
            if str(chosen) not in offered:
                raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": chosen})
        return super().clean(value)


class TicksField(forms.TypedMultipleChoiceField):
    """The keys of what was ticked: any, because the list may have moved on since the page was opened."""

    def valid_value(self, value):
        """Whether it can be a key."""
        return value.isascii() and value.isdecimal() and len(value) < 19
