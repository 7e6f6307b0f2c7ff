"""Dates as boxes: people type a day, a month and a year; a meeting has a time too."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

DAY, MONTH, YEAR, TIME = range(4)
FIRST_YEAR, LAST_YEAR = 1900, 2199
CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]?([0-5][0-9]))? ?([ap]\.?m\.?)?", re.IGNORECASE)

Limit = date | Callable[[], date] | None


def _box(width: int, **attrs) -> forms.TextInput:
    return forms.TextInput(attrs={"class": f"govuk-date-input__input govuk-input--width-{width}", **attrs})


class DateBoxes(forms.MultiWidget):
    """Three boxes: day, month, year. Named name_day, name_month, name_year."""

    labels = (_("Day"), _("Month"), _("Year"))

    def __init__(self, attrs=None):
        super().__init__(self.drawn(), attrs)

    def drawn(self) -> dict[str, forms.TextInput]:
        """The boxes by the name that each adds to the field's."""
        number = {"inputmode": "numeric", "autocomplete": "off"}
        return {"day": _box(2, **number), "month": _box(2, **number), "year": _box(4, **number)}

    def decompress(self, value):
        """What stands in the boxes for a date."""
        if isinstance(value, datetime) and timezone.is_aware(value):
            value = timezone.localtime(value)
        return [str(value.day), str(value.month), str(value.year)] if isinstance(value, date) else ["", "", ""]


class DateTimeBoxes(DateBoxes):
    """Four boxes: day, month, year and time."""

    labels = (*DateBoxes.labels, _("Time"))

    def drawn(self) -> dict[str, forms.TextInput]:
        """The boxes of a date and one for the time."""
        return {**super().drawn(), "time": _box(5, autocomplete="off")}

    def decompress(self, value):
        """What stands in the boxes for a moment."""
        if not isinstance(value, datetime):
            return [*super().decompress(value), ""]
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return [*super().decompress(value), f"{local:%H:%M}"]


class DateField(forms.MultiValueField):
    """A date in three boxes. earliest, latest: dates, or callables that give one on the day itself."""

    widget = DateBoxes
    default_error_messages = {
        "invalid": _("Enter a real date, like 5 12 2026."),
        "missing": _("The date needs a day, a month and a year."),
        "year": _("Give the year as four numbers, like 2026."),
        "far": _("Enter a year from %(first)s to %(last)s."),
        "earliest": _("Enter a date that is %(limit)s or later."),
        "latest": _("Enter a date that is %(limit)s or earlier."),
    }
    box_count = 3

    def __init__(self, *, earliest: Limit = None, latest: Limit = None, **kwargs):
        self.earliest, self.latest = earliest, latest
        for unwanted in ("input_formats", "fields"):
            kwargs.pop(unwanted, None)
        boxes = [forms.CharField(required=False) for _number in range(self.box_count)]
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def clean(self, value):
        """The date; None when all boxes are empty and it may be. Raises ValidationError with a sentence."""
        if isinstance(value, list | tuple):
            value = [str(part).strip() if part else "" for part in value]
        return super().clean(value)

    def compress(self, parts):
        """The date that was typed, None for empty boxes."""
        if not any(parts):
            return None
        return self.within_limits(self.date_of(parts[:TIME]))

    def date_of(self, parts: list[str]) -> date:
        """The date in the boxes. Raises ValidationError that names the boxes at fault."""
        if empty := [box for box in (DAY, MONTH, YEAR) if not parts[box]]:
            raise self.fault("missing", empty)
        day, month, year = parts
        number = month_number(month)
        wrong = [box for box, good in ((DAY, _is_number(day)), (MONTH, number), (YEAR, _is_number(year))) if not good]
        if wrong:
            raise self.fault("invalid", wrong)
        if len(year) != 4:
            raise self.fault("year", [YEAR])
        if not FIRST_YEAR <= int(year) <= LAST_YEAR:
            raise self.fault("far", [YEAR], first=FIRST_YEAR, last=LAST_YEAR)
        try:
            return date(int(year), number, int(day))
        except ValueError:
            raise self.fault("invalid", [DAY, MONTH, YEAR]) from None

    def within_limits(self, day: date) -> date:
        """The same date, when it is neither before `earliest` nor after `latest`."""
        for code, limit, outside in (
            ("earliest", self.earliest, lambda limit: day < limit),
            ("latest", self.latest, lambda limit: day > limit),
        ):
            limit = limit() if callable(limit) else limit
            if limit and outside(limit):
                raise self.fault(code, [DAY, MONTH, YEAR], limit=date_format(limit, "j F Y"))
        return day

    def fault(self, code: str, boxes: list[int], **params) -> ValidationError:
        """The error of a code, with the boxes that it is about."""
        return ValidationError(self.error_messages[code], code=code, params={"boxes": boxes, **params})


class DateTimeField(DateField):
    """A moment in four boxes, in local time; an aware datetime."""

    widget = DateTimeBoxes
    default_error_messages = {
        "time": _("Enter a time, like 14:30 or 2:30pm."),
        "missing": _("This needs a day, a month, a year and a time."),
    }
    box_count = 4

    def compress(self, parts):
        """The moment that was typed, None for empty boxes."""
        if not any(parts):
            return None
        if not parts[TIME]:
            raise self.fault("missing", [box for box, part in enumerate(parts) if not part])
        day = self.within_limits(self.date_of(parts[:TIME]))
        if not (clock := time_of(parts[TIME])):
            raise self.fault("time", [TIME])
        return timezone.make_aware(datetime.combine(day, clock))


class ClockField(forms.CharField):
    """A time of the day in one box, as people write it; a time, None for an empty box."""

    default_error_messages = {"invalid": _("Enter a time, like 14:30 or 2:30pm.")}

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"}))
        super().__init__(max_length=12, **kwargs)

    def clean(self, value):
        """The time that was typed. Raises ValidationError."""
        text = super().clean(value)
        if not text:
            return None
        if not (clock := time_of(text)):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return clock

    def prepare_value(self, value):
        """A time as it is typed."""
        return f"{value:%H:%M}" if isinstance(value, time) else value


def month_number(text: str) -> int:
    """The month of "5", "05", "May" or "may"; 0 when there is none."""
    if _is_number(text):
        return int(text) if 1 <= int(text) <= 12 else 0
    for names in (MONTHS, MONTHS_3):
        for number, name in names.items():
            if str(name).casefold() == text.casefold():
                return number
    return 0


def time_of(text: str) -> time | None:
    """The time of "14:30", "14.30", "1430", "2pm" or "2:30 pm"; None when there is none."""
    if not (match := CLOCK.fullmatch(text)) or not (match[2] or match[3]):
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute) if hour < 24 else None


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{1,4}", text))
